import { useRef, useState } from 'preact/hooks';
import type { HomeView } from '../../src/sidebar-api/protocol.js';
import { newId } from '../kept.js';
import { Row, useFocusIn } from '../parts.js';
import { useCall } from '../use-call.js';
import { counted, withUnit } from '../words.js';
import { FieldInPlace } from './field-in-place.js';

/** The others follow as these are reviewed, so that the key results stay in sight. */
const MOST_SHOWN = 3;

interface AccountsProps {
  readonly home: HomeView;
  readonly look: () => void;
}

/** Accounts to look at this week; what came of the look is written down in one line. */
export function AccountsToSee({ home: { accountsToSee, opened }, look }: AccountsProps) {
  const call = useCall('saveAccountReview');
  /** Reviewed a moment ago: the next answer of the server will say so too. */
  const [reviewed, setReviewed] = useState<readonly string[]>([]);
  const requestIds = useRef<Record<string, string>>({});
  const place = useFocusIn<HTMLElement>(reviewed.length, 'h2');
  const left = accountsToSee
    .filter(({ account, isReviewed }) => !isReviewed && !reviewed.includes(account))
    .sort((a, b) => Number(b.account === opened?.id) - Number(a.account === opened?.id));
  if (left.length + reviewed.length === 0) return null;

  async function save(account: string, outcome: string): Promise<boolean> {
    const requestId = (requestIds.current[account] ??= newId());
    if (outcome === '' || !(await call.run({ account, outcome, requestId }))) return false;
    setReviewed([...reviewed, account]);
    look();
    return true;
  }

  return (
    <section ref={place}>
      <h2 tabIndex={-1}>
        {left.length > 0 ? `${counted(left.length, 'account')} to see this week` : 'Every account is reviewed'}
      </h2>
      <ul class="rows">
        {left.slice(0, MOST_SHOWN).map(({ account, why, renewal, exposure }) => (
          <Row
            key={account}
            name={account}
            about={[why, renewal && `renews ${renewal.text}`, exposure !== null && `ARR ${withUnit(exposure, '')}`]
              .filter(Boolean)
              .join(', ')}
          >
            <FieldInPlace
              button="Reviewed"
              about={account}
              label="What came of it, in a line"
              call={call}
              look={look}
              save={(outcome) => save(account, outcome)}
            />
          </Row>
        ))}
      </ul>
    </section>
  );
}
