import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../run';
import { readSections } from './read-sections';

/** The languages of the listing. */
export const languages = ['en', 'ru'] as const;
export type Language = (typeof languages)[number];

/** What stores show of the extension, in a language. */
export interface Listing {
  name: string;
  /** For addons.mozilla.org. The Chrome Web Store takes the manifest's description. */
  summary: string;
  /** The manifest's. */
  short: string;
  description: string;
  /** The captions of the pictures, by their scenes. */
  pictures: ReadonlyMap<string, string>;
}

/** The longest texts that the stores take, characters; of a name that of Microsoft's, which has the lowest. */
const limits = { name: 45, summary: 250, short: 132, description: 15_000 } as const;
const maxCaption = 60;
const maxPictures = 5;

/** Reads a listing from its Markdown and the extension's messages. */
export const parseListing = (markdown: string, messages: string): Listing => {
  const sections = readSections(markdown);
  const text = (title: string) => sections.get(title) ?? '';
  return {
    name: text('Name'),
    summary: text('Summary'),
    short: JSON.parse(messages).extensionDescription.message,
    description: text('Description'),
    pictures: new Map(
      [...text('Pictures').matchAll(/^- ([\w-]+): (.+)$/gm)].map(([, id = '', caption = '']) => [
        id,
        caption,
      ]),
    ),
  };
};

/** The listing in a language. */
export const readListing = (language: Language): Listing =>
  parseListing(
    readFileSync(path.join(root, `store/listing/${language}.md`), 'utf8'),
    readFileSync(path.join(root, `public/_locales/${language}/messages.json`), 'utf8'),
  );

/** What a store would refuse, or show badly. */
export const listingProblems = (listing: Listing): string[] => {
  const problems: string[] = [];
  for (const [field, limit] of Object.entries(limits)) {
    const { length } = listing[field as keyof typeof limits];
    if (length === 0) problems.push(`${field} is missing`);
    if (length > limit) problems.push(`${field} has ${length} characters, at most ${limit}`);
  }
  // Neither store shows Markdown, and neither wants addresses of other sites.
  if (/^#|\*\*|\]\(|`/m.test(listing.description)) problems.push('description has Markdown');
  if (/https?:/.test(listing.description + listing.summary)) problems.push('a text has an address');
  if (/\n/.test(listing.summary)) problems.push('summary has several lines');
  const { size } = listing.pictures;
  if (size === 0 || size > maxPictures)
    problems.push(`${size} pictures, 1 to ${maxPictures} are taken`);
  for (const [id, caption] of listing.pictures)
    if (caption.length > maxCaption)
      problems.push(`the caption of ${id} has ${caption.length} characters, at most ${maxCaption}`);
  return problems;
};
