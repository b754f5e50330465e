import type { Words } from '../../../src/i18n/words.ts';
import type { GroupChoice } from '../../../src/lines/choice.ts';
import type { FormErrors } from '../../form/error-summary.tsx';
import { GroupsField } from '../../lines/groups-field.tsx';

/** Groups by their ids, as they stand on the form. */
export type TypedRights = {
  seeGroups: readonly string[];
  createGroups: readonly string[];
  editGroups: readonly string[];
};

type Props = { typed: TypedRights; groups: readonly GroupChoice[]; errors: FormErrors; words: Words };

/** Which groups see, create and edit an app's items. */
export const RightsFields = ({
  typed: { seeGroups, createGroups, editGroups },
  groups,
  errors,
  words: { apps },
}: Props) => (
  <section class="form" aria-labelledby="rights">
    <div>
      <h2 id="rights">{apps.rights}</h2>
      <p class="field-help">{apps.rightsHelp}</p>
      {seeGroups.length + createGroups.length + editGroups.length === 0 && <p class="field-note">{apps.nobodyMay}</p>}
    </div>
    <div class="rights">
      <GroupsField
        name="seeGroups"
        label={apps.see}
        help={apps.seeHelp}
        error={errors['seeGroups']}
        groups={groups}
        chosen={seeGroups}
      />
      <GroupsField
        name="createGroups"
        label={apps.createItems}
        help={apps.createItemsHelp}
        error={errors['createGroups']}
        groups={groups}
        chosen={createGroups}
      />
      <GroupsField
        name="editGroups"
        label={apps.edit}
        help={apps.editHelp}
        error={errors['editGroups']}
        groups={groups}
        chosen={editGroups}
      />
    </div>
  </section>
);
