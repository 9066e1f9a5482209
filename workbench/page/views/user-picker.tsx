import { useState } from 'preact/hooks';
import { useSession } from './use-session.js';

const OTHER = '\n';

/** Whose browser this is: one of the Team tab, or any address. */
export function UserPicker() {
  const session = useSession();
  const [typing, setTyping] = useState(false);
  const { user } = session.emulator;
  const people = [...new Set([...session.team(), user])].sort();

  if (typing) {
    return (
      <form
        class="user"
        onSubmit={(event) => {
          event.preventDefault();
          const address = new FormData(event.currentTarget).get('address');
          if (typeof address === 'string') session.changeUser(address.trim());
          setTyping(false);
        }}
      >
        <input name="address" type="email" required aria-label="E-mail address of the current user" autoFocus />
        <button type="submit">Use</button>
        <button
          type="button"
          onClick={() => {
            setTyping(false);
          }}
        >
          Cancel
        </button>
      </form>
    );
  }
  return (
    <label class="user">
      <span class="secondary">You are</span>
      <select
        value={user}
        disabled={session.busy !== null}
        onChange={({ currentTarget }) => {
          if (currentTarget.value === OTHER) {
            setTyping(true);
            currentTarget.value = user;
          } else session.changeUser(currentTarget.value);
        }}
      >
        {people.map((address) => (
          <option key={address} value={address}>
            {address}
          </option>
        ))}
        <option value={OTHER}>Another address…</option>
      </select>
    </label>
  );
}
