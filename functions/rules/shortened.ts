/** A text of at most so many letters: one that is longer is cut, at no half of a letter, and says so by an ellipsis. */
export const shortened = (text: string, most: number): string => {
  const kept = text.slice(0, most - 1);
  // Half of a letter has no bytes in UTF-8: it would be mailed as another, and whoever sends it back is told that it is broken.
  return text.length <= most ? text : `${kept.isWellFormed() ? kept.trimEnd() : kept.slice(0, -1)}…`;
};
