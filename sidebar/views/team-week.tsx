import { Cell, Row, Trouble, Waiting } from '../parts.js';
import { useOpened } from '../use-call.js';
import { counted } from '../words.js';

/** Who of the team has checked in this week, how sure they are, and what is in their way. */
export function TeamWeek() {
  const { value, failure, wait } = useOpened('teamWeek', {});
  return (
    <section>
      <h2>The team’s week{value && `: ${value.done} of ${counted(value.of, 'check-in')}`}</h2>
      <Trouble failure={failure} />
      <Waiting wait={wait} what="the team’s week" />
      <ul class="rows">
        {value?.people.map(({ email, name, done, of, lowestConfidence, blockers }) => (
          <Row
            key={email}
            name={name || email}
            about={
              <>
                {`${done === of ? '✓ ' : ''}${done} of ${of}${lowestConfidence === null ? '' : `, lowest confidence ${lowestConfidence}`}`}
                {blockers.map((blocker) => (
                  <span key={blocker}>
                    Blocker: <Cell text={blocker} />
                  </span>
                ))}
              </>
            }
          />
        ))}
      </ul>
    </section>
  );
}
