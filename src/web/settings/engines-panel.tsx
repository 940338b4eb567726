import { Check, Server } from 'lucide-react';
import { useState } from 'react';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { Glyph } from '../ui/glyph.tsx';
import { EngineDialog } from './engine-dialog.tsx';
import { ProviderStatus } from './provider-status.tsx';
import { isBuiltIn, stateOf, type Vendor } from './providers-facts.ts';
import { SettingsPanel } from './settings-panel.tsx';
import { useProviderTest, useTesting } from './use-provider-test.ts';

/** Engines that cost nothing: the one that is part of the server, and those on one's own machines. */
export function EnginesPanel({ vendors }: { readonly vendors: readonly Vendor[] }) {
  const t = useStrings('providers');
  const test = useProviderTest();
  const testing = useTesting();
  const [asked, setAsked] = useState<Vendor | null>(null);
  return (
    <SettingsPanel title={t.enginesTitle}>
      <ul className="grid divide-line max-md:divide-y md:grid-cols-3 md:divide-x rtl:md:divide-x-reverse">
        {vendors.map((vendor) => (
          <li key={vendor.id} className="flex min-w-0 flex-col gap-1 px-4 py-3">
            <Engine
              vendor={vendor}
              isTesting={testing.has(vendor.id)}
              onTest={() => test(vendor.id)}
              onSetUp={() => setAsked(vendor)}
            />
          </li>
        ))}
      </ul>
      {asked && <EngineDialog vendor={asked} onClose={() => setAsked(null)} />}
    </SettingsPanel>
  );
}

interface EngineProps {
  readonly vendor: Vendor;
  readonly isTesting: boolean;
  readonly onTest: () => void;
  readonly onSetUp: () => void;
}

function Engine({ vendor, isTesting, onTest, onSetUp }: EngineProps) {
  const t = useStrings('providers');
  const { name, roles, setting } = vendor;
  const own = isBuiltIn(vendor);
  const title = own ? t.builtIn : name;
  return (
    <>
      <div className="flex min-h-7 items-center gap-2">
        <Glyph icon={Server} className="text-ink2" />
        <h3 className="min-w-0 text-13 font-semibold">{title}</h3>
      </div>
      <p className="text-12 text-ink3">{roles.map((role) => t.roles[role]).join(', ')}</p>
      {own ? (
        <p className="flex items-center gap-2 text-13">
          <Glyph icon={Check} className="text-done-text" />
          {t.alwaysOn}
        </p>
      ) : (
        <>
          <p className="font-mono text-12 break-all text-ink2">{setting.baseUrl ?? setting.usualBaseUrl}</p>
          <ProviderStatus vendor={vendor} isTesting={isTesting} />
          <div className="mt-auto flex gap-1 pt-1.5">
            <Button
              size="sm"
              variant={stateOf(vendor) === 'refused' ? 'outline' : 'quiet'}
              className="-ms-2.5"
              pending={isTesting}
              aria-label={stateOf(vendor) === 'refused' ? t.tryNowNamed(name) : t.testNamed(name)}
              onClick={onTest}
            >
              {stateOf(vendor) === 'refused' ? t.tryNow : t.test}
            </Button>
            <Button size="sm" variant="quiet" aria-label={t.setUpNamed(name)} onClick={onSetUp}>
              {t.setUp}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
