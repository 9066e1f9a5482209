/** A column of answers as a cell function returns it: one answer fills the formula's cell, several spill downwards. */
export function spilled<Answer>(column: readonly [Answer][]): Answer | readonly [Answer][] {
  const [first] = column;
  return column.length === 1 && first ? first[0] : column;
}
