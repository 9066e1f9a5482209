import { lagging, leading, type Template } from './template.js';

export const expansionAsAMotion: Template = {
  id: 'expansion-as-a-motion',
  name: 'Expansion as a motion',
  about: 'When accounts stay but grow by accident; once GRR is above 90 %.',
  objectives: [
    {
      objective: 'Growing existing accounts is something we do on purpose',
      keyResults: [
        lagging('Net revenue retention', 'NRR', ['%', 104, 122]),
        lagging('Accounts expanded in the quarter', 'Expansion', ['accounts', 3, 12]),
        lagging('Expansion ARR', 'Expansion ARR', ['$', 180_000, 380_000]),
        // What is in use moves before an account grows: without it all three would be known too late.
        leading('Accounts with three or more features in use', 'Adoption', ['%', 28, 58]),
      ],
      initiatives: ['A motion for each of the six expansion events', 'Agree with Sales how credit is shared'],
    },
  ],
};
