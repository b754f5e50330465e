ALTER TABLE "audit" ADD COLUMN "member_id" text;--> statement-breakpoint
CREATE INDEX "audit_member" ON "audit" USING btree ("member_id","at");--> statement-breakpoint
ALTER TABLE "audit" DISABLE TRIGGER "audit_only_grows";--> statement-breakpoint
UPDATE "audit" SET "member_id" = coalesce("after" ->> 'member', "before" ->> 'member') WHERE "action" IN ('group.joined', 'group.left');--> statement-breakpoint
ALTER TABLE "audit" ENABLE TRIGGER "audit_only_grows";
