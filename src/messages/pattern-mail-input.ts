import type { PatternBrief } from '../watch/reports/pattern.js';
import type { MailInput } from './mail-input.js';

/** Everything that a pattern brief, the ladder's fourth level, is made from. */
export interface PatternMailInput extends MailInput, PatternBrief {}
