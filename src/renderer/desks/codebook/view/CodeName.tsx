import { useState } from 'react';
import { codebookStrings as say } from '#words/window/codebook.ts';
import type { Code } from '../../../../shared/model/records.ts';
import { TextField } from '../../../components/TextField.tsx';
import { checkCodeName } from '../../../parts/codes/codeName.ts';
import { useRecords } from '../../../state/records.ts';

type CodeNameProps = { code: Code; readOnly: boolean; save: (name: string) => Promise<unknown> };

/** The code's name: saved when it is left or on Enter; Escape puts the old one back. */
export function CodeName({ code, readOnly, save }: CodeNameProps) {
  const codes = useRecords((state) => state.codes);
  const [typed, setTyped] = useState<string | null>(null);
  const beside = [...codes.values()].filter(({ id, parent }) => parent === code.parent && id !== code.id);
  const check = typed === null ? null : checkCodeName(typed, new Set(beside.map(({ name }) => name)));
  const finish = (): void => {
    if (check?.problem != null) return;
    if (check?.name != null && check.name !== code.name) void save(check.name).then(() => setTyped(null));
    else setTyped(null);
  };
  return (
    <TextField
      label={say.name}
      dir="auto"
      maxLength={300}
      value={typed ?? code.name}
      onChange={setTyped}
      onBlur={finish}
      error={check?.problem ?? undefined}
      isReadOnly={readOnly}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish();
        else if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}
