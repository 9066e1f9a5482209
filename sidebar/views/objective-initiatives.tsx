import { useState } from 'preact/hooks';
import type { InitiativeToSave, InitiativeView, KeyResultView } from '../../src/sidebar-api/protocol-okr.js';
import { enterGoesOn } from '../enter.js';
import { newId } from '../kept.js';
import { Action, Row, Trouble, useFocusIn } from '../parts.js';
import { useCall } from '../use-call.js';
import { Fields } from './field.js';

interface InitiativesProps {
  readonly keyResult: KeyResultView;
  readonly me: string;
  readonly look: () => void;
}

/** The work that should move a key result: beside it, never in it. */
export function Initiatives({ keyResult: { id, initiatives, mayEdit, fields }, me, look }: InitiativesProps) {
  const call = useCall('saveInitiative');
  /** The one that is being added; null while nobody adds any. */
  const [added, setAdded] = useState<InitiativeToSave | null>(null);

  const form = useFocusIn<HTMLDivElement>(added !== null, 'input');

  async function save(initiative: InitiativeToSave): Promise<void> {
    if (!(await call.run(initiative))) return;
    setAdded(null);
    look();
  }
  const turn = ({ id: own, initiative, owner, due, state }: InitiativeView, next: typeof state, words: string) => {
    const seen = { initiative, owner, state, due: due?.iso ?? '' };
    return (
      <Action
        label={`${words}: ${initiative}`}
        wait={call.wait}
        onClick={() =>
          void save({ id: own, requestId: newId(), keyResultId: id, fields: { ...seen, state: next }, seen })
        }
      >
        {words}
      </Action>
    );
  };
  return (
    <>
      <ul class="rows">
        {initiatives.map((one) => (
          <Row
            key={one.id}
            name={one.initiative}
            about={[one.state, one.due && `due ${one.due.text}`, one.owner].filter(Boolean).join(', ')}
          >
            {mayEdit && one.state === 'active' && turn(one, 'paused', 'Pause')}
            {mayEdit && one.state === 'paused' && turn(one, 'active', 'Resume')}
            {mayEdit && /active|paused/.test(one.state) && turn(one, 'done', 'Done')}
          </Row>
        ))}
      </ul>
      <Trouble failure={call.failure} />
      {added ? (
        <div
          ref={form}
          onKeyDown={(event) => {
            enterGoesOn(event, () => void save(added));
          }}
        >
          <Fields
            fields={[
              { name: 'initiative', label: 'What will be done', value: '', maxLength: 500 },
              { name: 'owner', label: 'Owner', value: '', list: 'people', maxLength: 254 },
              { name: 'due', label: 'Due', value: '', type: 'date', maxLength: 10 },
            ]}
            values={{ ...added.fields }}
            change={(changed) => {
              setAdded({ ...added, fields: { ...added.fields, ...changed } });
            }}
          />
          <Action kind="primary" wait={call.wait} onClick={() => void save(added)}>
            Add
          </Action>
        </div>
      ) : (
        mayEdit && (
          <Action
            label={`Add an initiative to ${fields.keyResult}`}
            onClick={() => {
              setAdded({
                ...{ id: null, requestId: newId(), keyResultId: id, seen: null },
                fields: { initiative: '', owner: fields.owner || me, state: 'active', due: fields.due },
              });
            }}
          >
            Add an initiative
          </Action>
        )
      )}
    </>
  );
}
