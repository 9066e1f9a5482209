import { Opening, View } from '../parts.js';
import { useOpened } from '../use-call.js';
import { counted } from '../words.js';
import { Guidance } from './guidance.js';
import { SettingRow } from './settings-row.js';

/** Every setting with its meaning and its value, changed one at a time. */
export function Settings({ say }: { readonly say: (news: string) => void }) {
  const call = useOpened('settings', {});
  const settings = call.value;
  if (!settings) return <Opening title="Settings" what="the settings" call={call} />;
  const own = settings.filter(({ value, standard }) => value !== '' && value !== standard).length;
  return (
    <View
      title={own === 0 ? 'Every setting is at its standard' : `${counted(own, 'setting')} of your own`}
      focusKey="settings"
    >
      <Guidance about="regulated sectors" />
      <ul class="rows">
        {settings.map((setting) => (
          <SettingRow
            key={setting.name}
            setting={setting}
            look={call.look}
            onSaved={(saved) => {
              call.setValue(saved);
              say(`${setting.name} is saved`);
            }}
          />
        ))}
      </ul>
    </View>
  );
}
