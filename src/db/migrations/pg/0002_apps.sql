CREATE TABLE "app_rights" (
	"app_id" text NOT NULL,
	"group_id" text NOT NULL,
	"may" text NOT NULL,
	CONSTRAINT "app_rights_app_id_group_id_may_pk" PRIMARY KEY("app_id","group_id","may")
);
--> statement-breakpoint
CREATE TABLE "app_views" (
	"id" text PRIMARY KEY NOT NULL,
	"app_id" text NOT NULL,
	"owner_id" text,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"query" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "apps" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"icon" text NOT NULL,
	"title_pattern" text NOT NULL,
	"number_prefix" text NOT NULL,
	"number_digits" bigint NOT NULL,
	"last_number" bigint NOT NULL,
	"archived_at" bigint,
	"created_at" bigint NOT NULL,
	"version" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"name" text PRIMARY KEY NOT NULL,
	"value" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fields" (
	"id" text PRIMARY KEY NOT NULL,
	"app_id" text NOT NULL,
	"n" bigint NOT NULL,
	"keys_n" bigint NOT NULL,
	"position" bigint NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"kind" text NOT NULL,
	"required" boolean NOT NULL,
	"sole" boolean NOT NULL,
	"hint" text NOT NULL,
	"initial" jsonb,
	"on_form" boolean NOT NULL,
	"in_list" boolean NOT NULL,
	"options" jsonb NOT NULL,
	"refers_to" text,
	"removed_at" bigint,
	"removed_by" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "upkeep" (
	"id" text PRIMARY KEY NOT NULL,
	"task" jsonb NOT NULL,
	"done" bigint NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "item_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"item" bigint NOT NULL,
	"at" bigint NOT NULL,
	"actor_id" text,
	"kind" text NOT NULL,
	"values" jsonb NOT NULL,
	"session_id" text
);
--> statement-breakpoint
CREATE TABLE "item_comments" (
	"id" text PRIMARY KEY NOT NULL,
	"item" bigint NOT NULL,
	"author_id" text NOT NULL,
	"text" text NOT NULL,
	"created_at" bigint NOT NULL,
	"deleted_at" bigint
);
--> statement-breakpoint
CREATE TABLE "item_files" (
	"file_id" text PRIMARY KEY NOT NULL,
	"item" bigint NOT NULL,
	"field_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "item_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"app_id" text NOT NULL,
	"actor_id" text NOT NULL,
	"state" text NOT NULL,
	"name" text NOT NULL,
	"file_id" text,
	"plan" jsonb NOT NULL,
	"progress" jsonb NOT NULL,
	"seq_from" bigint,
	"seq_to" bigint,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "item_keys" (
	"field" bigint NOT NULL,
	"item" bigint NOT NULL,
	"position" bigint NOT NULL,
	"key" text COLLATE "C",
	"number" double precision,
	"ref" text COLLATE "C",
	"sole" text COLLATE "C",
	CONSTRAINT "item_keys_field_item_position_pk" PRIMARY KEY("field","item","position")
);
--> statement-breakpoint
CREATE TABLE "items" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"app_id" text NOT NULL,
	"number" bigint NOT NULL,
	"title" text NOT NULL,
	"doc" jsonb NOT NULL,
	"version" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text,
	"updated_at" bigint NOT NULL,
	"updated_by" text,
	"import_id" text,
	"deleted_at" bigint,
	"deleted_by" text
);
--> statement-breakpoint
CREATE TABLE "channels" (
	"id" text PRIMARY KEY NOT NULL,
	"line_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "line_created_apps" (
	"line_id" text NOT NULL,
	"app_id" text NOT NULL,
	CONSTRAINT "line_created_apps_line_id_app_id_pk" PRIMARY KEY("line_id","app_id")
);
--> statement-breakpoint
ALTER TABLE "lines" ADD COLUMN "link_app_id" text;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "channel_id" text;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "external_id" text;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "phone" text;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "find_key" text;--> statement-breakpoint
ALTER TABLE "app_rights" ADD CONSTRAINT "app_rights_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app_rights" ADD CONSTRAINT "app_rights_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app_views" ADD CONSTRAINT "app_views_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app_views" ADD CONSTRAINT "app_views_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fields" ADD CONSTRAINT "fields_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fields" ADD CONSTRAINT "fields_refers_to_apps_id_fk" FOREIGN KEY ("refers_to") REFERENCES "public"."apps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fields" ADD CONSTRAINT "fields_removed_by_users_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_changes" ADD CONSTRAINT "item_changes_item_items_seq_fk" FOREIGN KEY ("item") REFERENCES "public"."items"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_changes" ADD CONSTRAINT "item_changes_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_comments" ADD CONSTRAINT "item_comments_item_items_seq_fk" FOREIGN KEY ("item") REFERENCES "public"."items"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_comments" ADD CONSTRAINT "item_comments_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_files" ADD CONSTRAINT "item_files_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_files" ADD CONSTRAINT "item_files_item_items_seq_fk" FOREIGN KEY ("item") REFERENCES "public"."items"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_files" ADD CONSTRAINT "item_files_field_id_fields_id_fk" FOREIGN KEY ("field_id") REFERENCES "public"."fields"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_imports" ADD CONSTRAINT "item_imports_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_imports" ADD CONSTRAINT "item_imports_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_imports" ADD CONSTRAINT "item_imports_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_deleted_by_users_id_fk" FOREIGN KEY ("deleted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_line_id_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_created_apps" ADD CONSTRAINT "line_created_apps_line_id_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_created_apps" ADD CONSTRAINT "line_created_apps_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "app_rights_group" ON "app_rights" USING btree ("group_id","may","app_id");--> statement-breakpoint
CREATE INDEX "app_views_app" ON "app_views" USING btree ("app_id","owner_id","name_key");--> statement-breakpoint
CREATE UNIQUE INDEX "apps_name" ON "apps" USING btree ("name_key");--> statement-breakpoint
CREATE INDEX "fields_app" ON "fields" USING btree ("app_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "fields_n" ON "fields" USING btree ("n");--> statement-breakpoint
CREATE UNIQUE INDEX "fields_keys_n" ON "fields" USING btree ("keys_n");--> statement-breakpoint
CREATE UNIQUE INDEX "fields_name" ON "fields" USING btree ("app_id","name_key") WHERE "fields"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "fields_refers" ON "fields" USING btree ("refers_to");--> statement-breakpoint
CREATE INDEX "item_changes_item" ON "item_changes" USING btree ("item","at","id");--> statement-breakpoint
CREATE INDEX "item_comments_item" ON "item_comments" USING btree ("item","created_at","id");--> statement-breakpoint
CREATE INDEX "item_files_item" ON "item_files" USING btree ("item");--> statement-breakpoint
CREATE INDEX "item_imports_app" ON "item_imports" USING btree ("app_id","created_at");--> statement-breakpoint
CREATE INDEX "item_imports_hidden" ON "item_imports" USING btree ("app_id","seq_from") WHERE "item_imports"."seq_from" is not null;--> statement-breakpoint
CREATE INDEX "item_keys_key" ON "item_keys" USING btree ("field","key","item","position") WHERE "item_keys"."key" is not null;--> statement-breakpoint
CREATE INDEX "item_keys_number" ON "item_keys" USING btree ("field","number","item","position") WHERE "item_keys"."number" is not null;--> statement-breakpoint
CREATE INDEX "item_keys_ref" ON "item_keys" USING btree ("field","ref","item","position") WHERE "item_keys"."ref" is not null;--> statement-breakpoint
CREATE INDEX "item_keys_named" ON "item_keys" USING btree ("ref","field") WHERE "item_keys"."ref" is not null;--> statement-breakpoint
CREATE INDEX "item_keys_empty" ON "item_keys" USING btree ("field","item") WHERE "item_keys"."key" is null and "item_keys"."number" is null and "item_keys"."ref" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "item_keys_sole" ON "item_keys" USING btree ("field","sole") WHERE "item_keys"."sole" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "items_id" ON "items" USING btree ("id");--> statement-breakpoint
CREATE UNIQUE INDEX "items_number" ON "items" USING btree ("app_id","number");--> statement-breakpoint
CREATE INDEX "items_app" ON "items" USING btree ("app_id","seq") WHERE "items"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "items_updated" ON "items" USING btree ("app_id","updated_at","seq") WHERE "items"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "items_deleted" ON "items" USING btree ("deleted_at","app_id") WHERE "items"."deleted_at" is not null;--> statement-breakpoint
CREATE INDEX "channels_line" ON "channels" USING btree ("line_id");--> statement-breakpoint
CREATE INDEX "line_created_apps_app" ON "line_created_apps" USING btree ("app_id");--> statement-breakpoint
ALTER TABLE "lines" ADD CONSTRAINT "lines_link_app_id_apps_id_fk" FOREIGN KEY ("link_app_id") REFERENCES "public"."apps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lines_link_app" ON "lines" USING btree ("link_app_id");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_external" ON "accounts" USING btree ("channel_id","external_id");--> statement-breakpoint
CREATE INDEX "accounts_created" ON "accounts" USING btree ("created_at","id");--> statement-breakpoint
CREATE TABLE "item_search" ("item" bigint PRIMARY KEY NOT NULL, "words" tsvector NOT NULL);--> statement-breakpoint
CREATE INDEX "item_search_words" ON "item_search" USING gin ("words");
