import { leading, type Template } from './template.js';

/** What differs from team to team. */
interface RetentionTeam {
  readonly id: string;
  readonly team: string;
  readonly about: string;
  readonly objective: string;
  readonly adoption: string;
  readonly readiness: string;
  readonly expansion: string;
  readonly initiatives: readonly string[];
}

/** A retention team's quarter: one objective told by adoption, renewal readiness and expansion, with the team's own numbers. */
export function retentionQuarter(team: RetentionTeam): Template {
  const share = ['%', null, null] as const;
  return {
    id: `retention-quarter-${team.id}`,
    name: `Retention quarter: ${team.team}`,
    about: `${team.about}. Put in your own numbers.`,
    objectives: [
      {
        objective: team.objective,
        keyResults: [
          leading(team.adoption, 'Adoption', share),
          leading(team.readiness, 'Renewal readiness', share),
          leading(team.expansion, 'Expansion', share),
        ],
        initiatives: team.initiatives,
      },
    ],
  };
}
