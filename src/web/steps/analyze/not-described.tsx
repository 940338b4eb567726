import { useSuspenseQueries } from '@tanstack/react-query';
import { modelOptions } from '../../pieces/model-options.ts';
import { chooseModel } from '../../queries/model-choice.ts';
import { providerSettingsQuery, providersQuery } from '../../queries/providers.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Look } from './use-look.ts';

interface NotDescribedProps {
  readonly workId: string;
  readonly look: Look;
}

/** Where only the built-in eye has looked: a model that could say what is seen, or where its key goes. */
export function NotDescribed({ workId, look }: NotDescribedProps) {
  const { describe: t } = useStrings('analyze');
  const [{ data: providers }, { data: settings }] = useSuspenseQueries({
    queries: [providersQuery, providerSettingsQuery],
  });
  const other = modelOptions('vision', look.choice, providers, settings).find(
    ({ choice }) => choice.provider !== 'local',
  );
  return (
    <Notice
      title={t.title}
      action={
        other ? (
          <Button
            size="sm"
            pending={look.isPending}
            onClick={() => {
              chooseModel(workId, 'vision', other.choice);
              look.start(other.choice);
            }}
          >
            {t.ask(other.label)}
          </Button>
        ) : (
          <ButtonLink size="sm" to="/settings/providers">
            {t.addKey}
          </ButtonLink>
        )
      }
    >
      {t.text}
    </Notice>
  );
}
