import type { RowType } from './form-row';

/** A field that the SDK or Altcraft documents, and how its value is mostly written. */
export interface KnownField {
  name: string;
  type: RowType;
}

/** By what a profile is found (`match`). */
export const matchFields: readonly KnownField[] = [
  { name: 'email', type: 'text' },
  { name: 'phone', type: 'text' },
  { name: 'user_id', type: 'text' },
  { name: 'db', type: 'number' },
];

/** System fields of a profile: https://guides.altcraft.com/en/developer-guide/objects/Profile-data-object_3116008 */
export const profileFields: readonly KnownField[] = [
  { name: '_fname', type: 'text' },
  { name: '_lname', type: 'text' },
  { name: '_bdate', type: 'text' },
  { name: '_sex', type: 'number' },
  { name: '_tz', type: 'text' },
  { name: '_city', type: 'text' },
  { name: '_region', type: 'text' },
  { name: '_country', type: 'text' },
  { name: '_postal_code', type: 'number' },
  { name: '_vendor', type: 'text' },
  { name: '_status', type: 'number' },
  { name: '_browser', type: 'text' },
  { name: '_ip', type: 'text' },
  { name: '_regdate', type: 'text' },
  { name: '_regurl', type: 'text' },
  { name: '_regip', type: 'text' },
  { name: '_regcity', type: 'text' },
  { name: '_regcountry', type: 'text' },
  { name: 'email', type: 'text' },
  { name: 'phones', type: 'list' },
];

/** Fields that an instance's configuration is mostly overridden in. */
export const configFields: readonly KnownField[] = [
  { name: 'debug', type: 'boolean' },
  { name: 'resourceToken', type: 'text' },
  { name: 'apiServerHost', type: 'text' },
  { name: 'swPath', type: 'text' },
  { name: 'vapidKey', type: 'text' },
  { name: 'randomPrefix', type: 'text' },
  { name: 'allFirebase', type: 'boolean' },
  { name: 'expirationSWChrome', type: 'number' },
];
