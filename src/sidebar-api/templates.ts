import { templates as all } from '../domain/okr/templates/index.js';
import type { Calls } from './protocol.js';

/** The templates that an objective can begin with. */
export function templates(): Calls['templates']['value'] {
  return all;
}
