export const apps = {
  archived: 'Archived',
  parts: { list: 'List', imports: 'Import', fields: 'Fields', settings: 'Settings' },
};
