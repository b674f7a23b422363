/*
 * Where an entry stands among those of its document, as a whole number. What the page recorded stands far apart, so that there is room for what
 * panels note: after all that the one who notes it knows of.
 */

/** From one entry of the page's to the next. */
const ofPage = 2 ** 32;
/** From one note to the next: a push has its steps between them, one after the other. */
const ofNote = 2 ** 16;

/** The place of what the page recorded, by its id. */
export const orderOfId = (id: number): number => id * ofPage;

/** The next place for a note after another place; 0 where there is none. */
export const orderAfter = (last: number): number => (Math.floor(last / ofNote) + 1) * ofNote;

interface Placed {
  page: number;
  order: number;
  key: string;
}

/** Sorts a session's entries: by document, then in the order in which things began. The same for all who have them. */
export const inOrder = (a: Placed, b: Placed): number =>
  a.page - b.page || a.order - b.order || (a.key < b.key ? -1 : Number(a.key > b.key));
