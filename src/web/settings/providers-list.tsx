import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { AdvancedDialog } from './advanced-dialog.tsx';
import { KeyDialog } from './key-dialog.tsx';
import { ProviderRow } from './provider-row.tsx';
import type { Vendor } from './providers-facts.ts';
import { RemoveKeyDialog } from './remove-key-dialog.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { useProviderTest, useTesting } from './use-provider-test.ts';

interface Asked {
  readonly what: 'key' | 'remove' | 'advanced';
  readonly vendor: Vendor;
}

/** Everybody who is asked with a key: whether there is one, and whether it works. */
export function ProvidersList({ vendors }: { readonly vendors: readonly Vendor[] }) {
  const t = useStrings('providers');
  const test = useProviderTest();
  const testing = useTesting();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const withKey = vendors.filter(({ setting }) => setting.hasKey);
  const testAll = withKey.length > 0 && (
    <Button variant="quiet" size="sm" icon={RefreshCw} onClick={() => withKey.forEach(({ id }) => test(id))}>
      {t.testAll}
    </Button>
  );
  return (
    <SettingsPanel title={t.list} action={testAll}>
      <ul className="divide-y divide-line">
        {vendors.map((vendor) => (
          <ProviderRow
            key={vendor.id}
            vendor={vendor}
            isTesting={testing.has(vendor.id)}
            onTest={() => test(vendor.id)}
            onAsk={(what) => setAsked({ what, vendor })}
          />
        ))}
      </ul>
      {asked?.what === 'key' && <KeyDialog vendor={asked.vendor} onClose={close} />}
      {asked?.what === 'remove' && <RemoveKeyDialog vendor={asked.vendor} onClose={close} />}
      {asked?.what === 'advanced' && <AdvancedDialog vendor={asked.vendor} onClose={close} />}
    </SettingsPanel>
  );
}
