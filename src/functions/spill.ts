/** A column of answers as a cell function returns it: one answer fills the formula's cell, several spill downwards. */
export function spilled<Answer>(answers: readonly Answer[]): Answer | Answer[][] {
  const [first] = answers;
  return answers.length === 1 && first !== undefined ? first : answers.map((answer) => [answer]);
}
