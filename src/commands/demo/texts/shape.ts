/**
 * All words of the demo in one language. Dialogues stand apart by an empty line; in them `?` is the client's, `!` the answer's,
 * `~` hands the session to a colleague, and `[screen]` or `[guide]` stands for that file.
 */
export type DemoTexts = {
  company: string;
  admin: string;
  groups: { operators: string; supervisors: string; interns: string };
  /** The departments and positions. */
  units: Record<
    | 'management'
    | 'assistant'
    | 'it'
    | 'helpDesk'
    | 'development'
    | 'testing'
    | 'sales'
    | 'keyClients'
    | 'marketing'
    | 'finance'
    | 'chiefAccountant'
    | 'personnel',
    string
  >;
  support: { name: string; description: string };
  customers: { name: string; description: string };
  files: { screen: string; guide: { name: string; text: string } };
  /** A name in each line. */
  employees: string;
  /** What Pavel wrote: his last session is closed, so that whoever plays him opens a new one. */
  pavel: string;
  closed: string;
  unassigned: string;
  active: string;
};
