import { toJsonSchema } from '@valibot/to-json-schema';
import { ofUrl, requestBodies } from '../cli/serve/requests';
import { type Route, routes } from '../cli/serve/routes';
import { methodNames } from '../lib/akpush/methods';
import manifest from '../package.json';

const parameter = (name: string) => ({
  name,
  in: 'path',
  required: true,
  schema: name === 'method' ? { type: 'string', enum: [...methodNames] } : { type: 'string' },
});

const json = (schema: object) => ({ 'application/json': { schema } });

const operationOf = ({ id, path, body, summary }: Route) => ({
  operationId: id,
  summary,
  parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => parameter(name)),
  ...(body !== undefined && {
    requestBody: {
      required: body !== 'create',
      content: json(bodySchema(body)),
    },
  }),
  responses: {
    200: { description: 'Done', content: json({ type: 'object' }) },
    default: { description: 'Why not', content: json({ $ref: '#/components/schemas/Failure' }) },
  },
});

const bodySchema = (body: keyof typeof requestBodies): object => {
  // A check by code has no form in a schema.
  const { $schema: _, ...schema } = toJsonSchema(requestBodies[body], { errorMode: 'ignore' });
  if (body !== 'create') return schema;
  return { ...schema, dependentRequired: Object.fromEntries(ofUrl.map((each) => [each, ['url']])) };
};

/** The description of what `serve` answers, in OpenAPI 3.1. */
export const openApiText = (): string => {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const at = paths[route.path] ?? {};
    at[route.method.toLowerCase()] = operationOf(route);
    paths[route.path] = at;
  }
  const document = {
    openapi: '3.1.0',
    info: { title: 'AKPush Inspector', version: manifest.version },
    servers: [{ url: 'http://127.0.0.1:4477' }],
    paths,
    components: {
      schemas: {
        Failure: {
          type: 'object',
          required: ['error'],
          properties: {
            error: {
              type: 'object',
              required: ['code', 'message'],
              properties: { code: { type: 'string' }, message: { type: 'string' } },
            },
          },
        },
      },
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
};
