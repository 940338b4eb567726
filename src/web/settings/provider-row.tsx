import { Ellipsis, KeyRound, Settings2, Trash2 } from 'lucide-react';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { ProviderStatus } from './provider-status.tsx';
import { stateOf, type Vendor } from './providers-facts.ts';

interface ProviderRowProps {
  readonly vendor: Vendor;
  readonly isTesting: boolean;
  readonly onTest: () => void;
  readonly onAsk: (what: 'key' | 'remove' | 'advanced') => void;
}

/** One vendor: what it can do, its key as far as it may be shown, how the last test went, and what to do. */
export function ProviderRow({ vendor, isTesting, onTest, onAsk }: ProviderRowProps) {
  const t = useStrings('providers');
  const { name, roles, setting } = vendor;
  const state = stateOf(vendor);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 px-4 py-2.5 lg:grid-cols-[minmax(0,1.25fr)_6rem_minmax(0,1.35fr)_11.5rem]">
      <div className="min-w-0">
        <h3 className="text-13 font-semibold">{name}</h3>
        <p className="text-12 text-ink3">{roles.map((role) => t.roles[role]).join(', ')}</p>
      </div>
      <p className="font-mono text-12 text-ink2 max-lg:text-end">
        <span className="sr-only">{t.key}: </span>
        {setting.hasKey ? (setting.keyHint ?? t.storedKey) : <span className="text-ink3">{t.noKey}</span>}
      </p>
      <ProviderStatus vendor={vendor} isTesting={isTesting} />
      <div className="flex items-center justify-end gap-1 justify-self-end">
        {setting.hasKey && (
          <Button
            variant="quiet"
            size="sm"
            pending={isTesting}
            aria-label={t.testNamed(name)}
            className="max-lg:hidden"
            onClick={onTest}
          >
            {t.test}
          </Button>
        )}
        {state === 'no-key' ? (
          <Button size="sm" aria-label={t.addKeyNamed(name)} onClick={() => onAsk('key')}>
            {t.addKey}
          </Button>
        ) : (
          <Button
            variant={state === 'refused' ? 'outline' : 'quiet'}
            size="sm"
            aria-label={state === 'refused' ? t.newKeyNamed(name) : t.replaceNamed(name)}
            onClick={() => onAsk('key')}
          >
            {state === 'refused' ? t.newKey : t.replace}
          </Button>
        )}
        <Menu
          trigger={<IconButton size="sm" icon={Ellipsis} label={t.moreNamed(name)} />}
          items={[
            ...(setting.hasKey ? [{ label: t.test, icon: KeyRound, onSelect: onTest }] : []),
            { label: t.advanced, icon: Settings2, onSelect: () => onAsk('advanced') },
            ...(setting.hasKey
              ? ([
                  'separator',
                  { label: t.removeKey, icon: Trash2, danger: true, onSelect: () => onAsk('remove') },
                ] as const)
              : []),
          ]}
        />
      </div>
    </li>
  );
}
