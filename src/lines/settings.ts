/** Everything that can be set on a line. Groups, users and units are named by their ids; `avatar` is the id of a stored file. */
export type LineSettings = {
  name: string;
  description: string;
  avatar: string | null;
  showOperator: boolean;
  /** Whose members may write to the line. */
  audienceGroups: readonly string[];
  /** Single people who may write to the line. */
  audienceUsers: readonly string[];
  /** Units whose people may write to the line, with everybody below them. */
  audienceUnits: readonly string[];
  operatorGroups: readonly string[];
  supervisorGroups: readonly string[];
  /** App for account link: where clients who write from outside have their items. */
  linkApp: string | null;
  /** Apps whose items can be created from the line's chats. */
  createdApps: readonly string[];
};

/** A setting, by its name; forms and messages use the same names. */
export type Setting = keyof LineSettings;

/** A line as its settings page knows it. Times: ms since 1970, UTC. */
export type Line = LineSettings & { id: string; archivedAt: number | null; avatarAddress: string | null };

/** A line's form as it stands on the page: what was typed, right or wrong. Pictures are files and never stand there. */
export type TypedLine = Omit<LineSettings, 'avatar'>;

/** How long a line's texts may be, in characters. */
export const lineLimits = { name: 100, description: 500 };

/** How many apps can be created from one line's chats: they are entries of a menu. */
export const createdAppsLimit = 50;

/** How many groups, units and people together can make an audience: whoever needs more puts them into a group. */
export const audienceLimit = 1000;

/** What a line's picture may be: bytes, and types as sniffed from the content. */
export const avatarLimits = {
  bytes: 2 * 1024 * 1024,
  types: ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'],
};
