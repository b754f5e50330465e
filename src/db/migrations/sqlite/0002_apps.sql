CREATE TABLE `app_rights` (
	`app_id` text NOT NULL,
	`group_id` text NOT NULL,
	`may` text NOT NULL,
	PRIMARY KEY(`app_id`, `group_id`, `may`),
	FOREIGN KEY (`app_id`) REFERENCES `apps`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `app_rights_group` ON `app_rights` (`group_id`,`may`,`app_id`);--> statement-breakpoint
CREATE TABLE `app_views` (
	`id` text PRIMARY KEY NOT NULL,
	`app_id` text NOT NULL,
	`owner_id` text,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`query` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`app_id`) REFERENCES `apps`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `app_views_app` ON `app_views` (`app_id`,`owner_id`,`name_key`);--> statement-breakpoint
CREATE TABLE `apps` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`icon` text NOT NULL,
	`title_pattern` text NOT NULL,
	`number_prefix` text NOT NULL,
	`number_digits` integer NOT NULL,
	`last_number` integer NOT NULL,
	`archived_at` integer,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `apps_name` ON `apps` (`name_key`);--> statement-breakpoint
CREATE TABLE `counters` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `fields` (
	`id` text PRIMARY KEY NOT NULL,
	`app_id` text NOT NULL,
	`n` integer NOT NULL,
	`keys_n` integer NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`kind` text NOT NULL,
	`required` integer NOT NULL,
	`sole` integer NOT NULL,
	`hint` text NOT NULL,
	`initial` text,
	`on_form` integer NOT NULL,
	`in_list` integer NOT NULL,
	`options` text NOT NULL,
	`refers_to` text,
	`removed_at` integer,
	`removed_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`app_id`) REFERENCES `apps`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`refers_to`) REFERENCES `apps`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`removed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `fields_app` ON `fields` (`app_id`,`position`);--> statement-breakpoint
CREATE UNIQUE INDEX `fields_n` ON `fields` (`n`);--> statement-breakpoint
CREATE UNIQUE INDEX `fields_keys_n` ON `fields` (`keys_n`);--> statement-breakpoint
CREATE UNIQUE INDEX `fields_name` ON `fields` (`app_id`,`name_key`) WHERE "fields"."removed_at" is null;--> statement-breakpoint
CREATE INDEX `fields_refers` ON `fields` (`refers_to`);--> statement-breakpoint
CREATE TABLE `upkeep` (
	`id` text PRIMARY KEY NOT NULL,
	`task` text NOT NULL,
	`done` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `item_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`item` integer NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`kind` text NOT NULL,
	`values` text NOT NULL,
	`session_id` text,
	FOREIGN KEY (`item`) REFERENCES `items`(`seq`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `item_changes_item` ON `item_changes` (`item`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `item_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`item` integer NOT NULL,
	`author_id` text NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	`deleted_at` integer,
	FOREIGN KEY (`item`) REFERENCES `items`(`seq`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `item_comments_item` ON `item_comments` (`item`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `item_files` (
	`file_id` text PRIMARY KEY NOT NULL,
	`item` integer NOT NULL,
	`field_id` text NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item`) REFERENCES `items`(`seq`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`field_id`) REFERENCES `fields`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `item_files_item` ON `item_files` (`item`);--> statement-breakpoint
CREATE TABLE `item_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`app_id` text NOT NULL,
	`actor_id` text NOT NULL,
	`state` text NOT NULL,
	`name` text NOT NULL,
	`file_id` text,
	`plan` text NOT NULL,
	`progress` text NOT NULL,
	`seq_from` integer,
	`seq_to` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`app_id`) REFERENCES `apps`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `item_imports_app` ON `item_imports` (`app_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `item_imports_hidden` ON `item_imports` (`app_id`,`seq_from`) WHERE "item_imports"."seq_from" is not null;--> statement-breakpoint
CREATE TABLE `item_keys` (
	`field` integer NOT NULL,
	`item` integer NOT NULL,
	`position` integer NOT NULL,
	`key` text,
	`number` real,
	`ref` text,
	`sole` text,
	PRIMARY KEY(`field`, `item`, `position`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `item_keys_key` ON `item_keys` (`field`,`key`,`item`,`position`) WHERE "item_keys"."key" is not null;--> statement-breakpoint
CREATE INDEX `item_keys_number` ON `item_keys` (`field`,`number`,`item`,`position`) WHERE "item_keys"."number" is not null;--> statement-breakpoint
CREATE INDEX `item_keys_ref` ON `item_keys` (`field`,`ref`,`item`,`position`) WHERE "item_keys"."ref" is not null;--> statement-breakpoint
CREATE INDEX `item_keys_named` ON `item_keys` (`ref`,`field`) WHERE "item_keys"."ref" is not null;--> statement-breakpoint
CREATE INDEX `item_keys_empty` ON `item_keys` (`field`,`item`) WHERE "item_keys"."key" is null and "item_keys"."number" is null and "item_keys"."ref" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `item_keys_sole` ON `item_keys` (`field`,`sole`) WHERE "item_keys"."sole" is not null;--> statement-breakpoint
CREATE TABLE `items` (
	`seq` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`app_id` text NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`doc` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	`import_id` text,
	`deleted_at` integer,
	`deleted_by` text,
	FOREIGN KEY (`app_id`) REFERENCES `apps`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deleted_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `items_id` ON `items` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `items_number` ON `items` (`app_id`,`number`);--> statement-breakpoint
CREATE INDEX `items_app` ON `items` (`app_id`,`seq`) WHERE "items"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX `items_updated` ON `items` (`app_id`,`updated_at`,`seq`) WHERE "items"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX `items_deleted` ON `items` (`deleted_at`,`app_id`) WHERE "items"."deleted_at" is not null;--> statement-breakpoint
CREATE TABLE `channels` (
	`id` text PRIMARY KEY NOT NULL,
	`line_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`line_id`) REFERENCES `lines`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `channels_line` ON `channels` (`line_id`);--> statement-breakpoint
CREATE TABLE `line_created_apps` (
	`line_id` text NOT NULL,
	`app_id` text NOT NULL,
	PRIMARY KEY(`line_id`, `app_id`),
	FOREIGN KEY (`line_id`) REFERENCES `lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`app_id`) REFERENCES `apps`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `line_created_apps_app` ON `line_created_apps` (`app_id`);--> statement-breakpoint
ALTER TABLE `lines` ADD `link_app_id` text REFERENCES apps(id);--> statement-breakpoint
CREATE INDEX `lines_link_app` ON `lines` (`link_app_id`);--> statement-breakpoint
ALTER TABLE `accounts` ADD `channel_id` text REFERENCES channels(id);--> statement-breakpoint
ALTER TABLE `accounts` ADD `external_id` text;--> statement-breakpoint
ALTER TABLE `accounts` ADD `phone` text;--> statement-breakpoint
ALTER TABLE `accounts` ADD `email` text;--> statement-breakpoint
ALTER TABLE `accounts` ADD `find_key` text;--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_external` ON `accounts` (`channel_id`,`external_id`);--> statement-breakpoint
CREATE INDEX `accounts_created` ON `accounts` (`created_at`,`id`);--> statement-breakpoint
CREATE VIRTUAL TABLE `item_search` USING fts5 (`words`, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3', tokenize = "unicode61 remove_diacritics 0 tokenchars '@_'");--> statement-breakpoint
-- Everybody waits while the index is put together: not for what was deleted, and otherwise in small pieces, later.
INSERT INTO `item_search` (`item_search`, `rank`) VALUES ('deletemerge', 0), ('automerge', 8), ('crisismerge', 128);
