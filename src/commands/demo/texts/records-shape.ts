/** The words of the demo's apps in one language. Lists stand one a line; a dialogue as in `DemoTexts`. */
export type RecordTexts = {
  currency: string;
  /** Between the first and the last name of the same place both sorts fit together. */
  firstNames: string;
  lastNames: string;
  /** The same names as they are for women, where a language has them apart. */
  firstNamesOfWomen: string;
  lastNamesOfWomen: string;
  companies: string;
  /** What comes before the digits of a phone. */
  phone: string;
  channel: string;
  clients: {
    app: string;
    fields: Record<
      | 'name'
      | 'company'
      | 'phone'
      | 'email'
      | 'site'
      | 'segment'
      | 'interests'
      | 'since'
      | 'manager'
      | 'discount'
      | 'news'
      | 'notes'
      | 'accounts',
      string
    >;
    discountHint: string;
    accountsHint: string;
    segments: readonly [string, string, string];
    interests: readonly [string, string, string, string];
    notes: string;
  };
  complaints: {
    app: string;
    fields: Record<
      | 'subject'
      | 'client'
      | 'product'
      | 'severity'
      | 'status'
      | 'amount'
      | 'received'
      | 'due'
      | 'responsible'
      | 'solved'
      | 'description'
      | 'photos'
      | 'similar',
      string
    >;
    products: readonly [string, string, string, string, string];
    severities: readonly [string, string, string];
    statuses: readonly [string, string, string, string];
    subjects: string;
    descriptions: string;
  };
  requests: {
    app: string;
    fields: Record<
      | 'subject'
      | 'requester'
      | 'category'
      | 'priority'
      | 'status'
      | 'due'
      | 'assignee'
      | 'hours'
      | 'solved'
      | 'description',
      string
    >;
    categories: readonly [string, string, string, string];
    priorities: readonly [string, string, string];
    statuses: readonly [string, string, string];
    subjects: string;
    descriptions: string;
  };
  views: { openComplaints: string; mine: string; urgent: string; enterprises: string };
  /** What clients wrote from outside: closed ones, one that is being answered, and two that wait. */
  closed: string;
  active: string;
  unassigned: string;
};
