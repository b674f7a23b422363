import { expect, test } from 'vitest';
import { ownerOf, selectors, usersOfClasses } from './support/class-use';

const users = usersOfClasses();

test('what two views have is styled in components/ui, and what a view styles is its own', () => {
  const wrong = selectors().flatMap(({ file, text, classes }) => {
    const owner = ownerOf(file);
    if (owner === 'ui') return [];
    // By an attribute of the document or of a view's root, or by a class that only its owner has.
    const isOwn = classes.some((name) =>
      [...(users.get(name) ?? [])].every((each) => each === owner),
    );
    const isOfRoot = classes.length === 0 && text.includes('[data-');
    return isOwn || isOfRoot ? [] : `${file}: ${text}`;
  });
  expect(wrong).toEqual([]);
});
