/**
 * Where a person's picture lies, null for somebody without. The address changes with the picture, so that browsers may keep it for
 * ever. It names the person: nothing that must not tell who somebody is may contain it.
 *
 * @param fileId what `users.avatar_file_id` says
 */
export const personAvatar = (personId: string, fileId: string | null): string | null =>
  fileId === null ? null : `/people/${personId}/avatar?v=${fileId}`;
