ALTER TABLE `audit` ADD `member_id` text;--> statement-breakpoint
CREATE INDEX `audit_member` ON `audit` (`member_id`,`at`);--> statement-breakpoint
DROP TRIGGER `audit_no_update`;--> statement-breakpoint
UPDATE `audit` SET `member_id` = coalesce(json_extract(`after`, '$.member'), json_extract(`before`, '$.member')) WHERE `action` IN ('group.joined', 'group.left');--> statement-breakpoint
CREATE TRIGGER `audit_no_update` BEFORE UPDATE ON `audit` BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
