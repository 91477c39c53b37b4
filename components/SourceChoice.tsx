import { Choice } from './Choice';
import { useWords } from './use-words';

type Source = 'sample' | 'address';

interface Props {
  legend: string;
  /** undefined: none is picked yet */
  picked: Source | undefined;
  onPick: (source: Source) => void;
}

/** Where the handbook is to come from. */
export function SourceChoice({ legend, picked, onPick }: Props) {
  const { t } = useWords();
  return (
    <Choice
      legend={legend}
      look="cards"
      value={picked}
      options={[
        { value: 'sample', text: t('welcome_sample'), hint: t('welcome_sample_text') },
        { value: 'address', text: t('welcome_address'), hint: t('welcome_address_text') },
      ]}
      onChange={onPick}
    />
  );
}
