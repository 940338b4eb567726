import { useStrings } from '../strings/catalogue.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { useRegistered, type ScreenKeys } from './commands.ts';
import { closeOverlay } from './overlays.tsx';
import { useSingleKeys } from './single-keys.ts';

const COMMAND = /mac|iphone|ipad/i.test(navigator.userAgent) ? '⌘' : 'Ctrl';

/** Every key that does something: everywhere, and on the screen that is open. */
export function ShortcutSheet() {
  const t = useStrings('shell');
  const registered = useRegistered();
  const { isOn } = useSingleKeys();
  const everywhere: readonly ScreenKeys[] = [
    { keys: `${COMMAND} K`, does: t.keyPalette },
    { keys: '?', does: t.keySheet },
    { keys: 'F6', does: t.keyNotifications },
    { keys: 'Esc', does: t.keyEscape },
  ];
  const ofCommands = Object.values(registered.commands)
    .flat()
    .flatMap(({ keys, label }) => (keys === undefined ? [] : [{ keys, does: label }]));
  const here = [...Object.values(registered.keys).flat(), ...ofCommands];
  return (
    <Dialog open onOpenChange={closeOverlay} title={t.shortcuts} {...(isOn ? {} : { description: t.keysAreOff })}>
      <div className="grid gap-5">
        {here.length > 0 && <Keys title={t.keysHere} rows={here} />}
        <Keys title={t.keysEverywhere} rows={everywhere} />
      </div>
    </Dialog>
  );
}

function Keys({ title, rows }: { readonly title: string; readonly rows: readonly ScreenKeys[] }) {
  return (
    <section>
      <h3 className="pb-1 text-12 font-medium text-ink3">{title}</h3>
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] text-13">
        {rows.map(({ keys, does }) => (
          <div
            key={`${keys} ${does}`}
            className="col-span-2 grid grid-cols-subgrid items-center border-t border-line py-2"
          >
            <dt>{does}</dt>
            <dd className="flex gap-1">
              {keys.split(' ').map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
