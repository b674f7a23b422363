import * as v from 'valibot';

/** The parts of valibot's schemas that a walk needs. */
export interface Shape {
  type: string;
  /** Of an object. */
  entries?: Record<string, v.GenericSchema>;
  /** Of a list. */
  item?: v.GenericSchema;
  /** Of what may be absent. */
  wrapped?: v.GenericSchema;
  /** Of what is one of several: schemas, or words. */
  options?: readonly v.GenericSchema[];
  /** Of a record. */
  value?: v.GenericSchema;
  literal?: unknown;
}

/** A schema as its parts. */
export const shapeOf = (schema: v.GenericSchema): Shape => schema as unknown as Shape;

/** Whether a value is an object and no list. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fits = (option: v.GenericSchema, value: Record<string, unknown>): boolean =>
  Object.entries(shapeOf(option).entries ?? {}).every(([key, schema]) =>
    schema.type === 'literal'
      ? v.is(schema, value[key])
      : key in value || schema.type === 'optional',
  );

/** The one of several shapes whose fields an object has. */
export const fittingOption = (
  options: readonly v.GenericSchema[],
  value: unknown,
): v.GenericSchema | undefined =>
  isRecord(value) ? options.find((option) => fits(option, value)) : undefined;
