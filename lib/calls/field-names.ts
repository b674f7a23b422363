import type { JsonObject } from '../model/json';
import { type Phrase, phrase } from '../model/phrase';
import type { RowType } from './form-row';

/** A field that the SDK or Altcraft documents, and how its value is mostly written. */
export interface KnownField {
  name: string;
  type: RowType;
  /** What it is, in one line; absent where the name says it or nothing is documented. */
  help?: Phrase;
}

/** By what a profile is found (`match`). */
export const matchFields: readonly KnownField[] = [
  { name: 'email', type: 'text', help: phrase('fieldHelpEmail') },
  { name: 'phone', type: 'text', help: phrase('fieldHelpPhone') },
  { name: 'user_id', type: 'text', help: phrase('fieldHelpUserId') },
  { name: 'db', type: 'number', help: phrase('fieldHelpDb') },
];

/** System fields of a profile: https://guides.altcraft.com/en/developer-guide/objects/Profile-data-object_3116008 */
export const profileFields: readonly KnownField[] = [
  { name: '_fname', type: 'text', help: phrase('fieldHelpFname') },
  { name: '_lname', type: 'text', help: phrase('fieldHelpLname') },
  { name: '_bdate', type: 'text', help: phrase('fieldHelpBdate') },
  { name: '_sex', type: 'number' },
  { name: '_tz', type: 'text', help: phrase('fieldHelpTz') },
  { name: '_city', type: 'text', help: phrase('fieldHelpCity') },
  { name: '_region', type: 'text', help: phrase('fieldHelpRegion') },
  { name: '_country', type: 'text', help: phrase('fieldHelpCountry') },
  { name: '_postal_code', type: 'number', help: phrase('fieldHelpPostalCode') },
  { name: '_vendor', type: 'text' },
  { name: '_status', type: 'number' },
  { name: '_browser', type: 'text' },
  { name: '_ip', type: 'text' },
  { name: '_regdate', type: 'text' },
  { name: '_regurl', type: 'text' },
  { name: '_regip', type: 'text' },
  { name: '_regcity', type: 'text' },
  { name: '_regcountry', type: 'text' },
  { name: 'email', type: 'text', help: phrase('fieldHelpEmailUpdate') },
  { name: 'phones', type: 'list', help: phrase('fieldHelpPhones') },
];

/** Fields that an instance's configuration is mostly overridden in. */
export const configFields: readonly KnownField[] = [
  { name: 'debug', type: 'boolean', help: phrase('fieldHelpDebug') },
  { name: 'resourceToken', type: 'text', help: phrase('fieldHelpResourceToken') },
  { name: 'apiServerHost', type: 'text', help: phrase('fieldHelpServerHost') },
  { name: 'swPath', type: 'text', help: phrase('fieldHelpSwPath') },
  { name: 'vapidKey', type: 'text' },
  { name: 'randomPrefix', type: 'text' },
  { name: 'allFirebase', type: 'boolean' },
  { name: 'expirationSWChrome', type: 'number' },
];

/** What an input may hold, for somebody who has never filled one in. */
export const exampleInputs: Readonly<Record<'match' | 'update' | 'custom' | 'config', JsonObject>> =
  {
    match: { email: 'anna@example.com' },
    update: { _fname: 'Anna', _lname: 'Smith' },
    custom: { source: 'footer form' },
    config: { debug: true },
  };
