/** Words by which work is told from what comes of it, as sources of patterns. */

/** What is held, sent or made again and again. */
export const OCCASIONS =
  '(?:[qe]brs?|(?:business|executive|account) reviews?|(?:phone |video )?calls?|meetings?|webinars?|workshops?|newsletters?|e-?mails?|demos?|visits?|trainings?|(?:training|coaching|board|enablement|onboarding|strategy) sessions?|check-?ins?|touch ?points?|health checks?|surveys?|office hours|outreach|(?:e-?mail|outreach|re-?engagement) campaigns?|lunch[- ]and[- ]learns?|conferences?|presentations?|briefings?|interviews?|product updates)';

/** Verbs of recurring work that say so only with an occasion: one may also hold GRR, or run a region. */
export const RECURRING =
  '(?:run|hold|make|do|give|deliver|complete|organi[sz]e|offer|lead|arrange|book|conduct|host|send|schedule|share|perform|facilitate|attend)';

/** Verbs of recurring work by themselves, when somebody or something countable follows. */
export const DIRECT =
  '(?:e-?mail|call|visit|interview|coach|contact|train|present|log|attend|host|conduct|send|perform|schedule|facilitate|review|reach out|follow up|check in|talk(?= to (?:\\d|all|every|each))|meet(?= (?:with|every|each|all) ))';

export const COUNTABLE =
  '(?:with|to|every|each|all|our|the|an?|any|\\d+|one|two|three|four|five|six|ten|twelve|weekly|monthly|quarterly|annual|regular|exit)';

/** What was done with an occasion. */
export const DONE = '(?:held|sent|conducted|hosted|run|made|scheduled|booked|logged|delivered|completed)';

/** Verbs of one-off work that need no noun beside them. */
export const ONE_OFF =
  '(?:implement|deploy|migrate|install|configure|hire|recruit|redesign|revamp|rebuild|introduce|integrate|standardi[sz]e|automate|consolidate|set up|roll out|define|publish|clean up|appoint|agree (?:up)?on|(?:move|switch|transfer) .* to (?:the|an?) new)';

/** Verbs of one-off work that also stand for an effect (build pipeline), or are nouns as well (launch, map). */
export const MAKING =
  '(?:launch|pilot|document|draft|map|ship|overhaul|design|write|build|create|develop|establish|prepare|produce|deliver|complete|finish|finali[sz]e|update|upgrade|choose|replace|buy|purchase|select|evaluate|refresh|formali[sz]e|organi[sz]e|start)';

/** What such work leaves behind. */
export const ARTEFACTS =
  '(?:dashboards?|playbooks?|program(?:me)?s?|process(?:es)?|(?:health )?scores?|score ?cards?|templates?|portals?|academy|frameworks?|tools?|platforms?|systems?|integrations?|migration|projects?|journeys?|segmentation|guides?|handbooks?|knowledge base|community|campaigns?|workflows?|reports?|polic(?:y|ies)|reminders|model|calendar|library|advisory board|success plans?|checklists?|newsletters?|crm|flow|digest|warehouse)';

export const IN_PLACE =
  '(?:launched|live|rolled out|in place|implemented|built|deployed|published|created|documented|finished|shipped|set up|defined|approved)';

/** Nouns that end a project's name. */
export const PROJECT_NAMES =
  '(?:project|migration|implementation|roll-?out|launch|integration|redesign|revamp|overhaul|deployment|go-live)';
