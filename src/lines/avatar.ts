/**
 * Where a line's picture lies, null for a line without. The address changes with the picture, so that browsers may keep it
 * for ever.
 *
 * @param fileId what `lines.avatar_file_id` says
 */
export const avatarAddress = (lineId: string, fileId: string | null): string | null =>
  fileId === null ? null : `/lines/${lineId}/avatar?v=${fileId}`;
