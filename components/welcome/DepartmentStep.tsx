import { Choice } from '../Choice';
import { useWords } from '../use-words';
import { Step } from './Step';

interface Props {
  departments: ReadonlyArray<{ id: string; name: string }>;
  /** Id of a department, '' for none of them, undefined while nothing was said. */
  department: string | undefined;
  onDepartment: (department: string) => void;
}

/** Where the reader works, so that what differs from the own department can be shown. */
export function DepartmentStep({ departments, department, onDepartment }: Props) {
  const { t } = useWords();
  return (
    <Step
      number={2}
      title={t('welcome_department')}
      text={t('welcome_department_text')}
      done={department !== undefined && departments.length > 0}
    >
      {departments.length === 0 ? (
        <p class="hint">{t('welcome_department_later')}</p>
      ) : (
        <Choice
          legend={t('welcome_department')}
          look="pills"
          value={department}
          options={[
            ...departments.map(({ id, name }) => ({ value: id, text: name })),
            { value: '', text: t('department_none') },
          ]}
          onChange={onDepartment}
        />
      )}
    </Step>
  );
}
