export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

export const percent = (share: number): string => `${Math.round(share * 100)} %`;

export const messageOf = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem));
