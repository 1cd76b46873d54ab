import { Checkbox, RadioGroup } from "~/design/choice-group";
import { TextField } from "~/design/text-field";
import type { PostKind } from "~/platform/database/generated/enums";
import type { Typed } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { postKinds } from "../forms";
import { messages as places } from "../place-messages";
import { messages } from "../post-messages";
import { typedText, typedTick } from "./typed";

type Known = {
	label: string;
	kind: PostKind;
	phone: string | null;
	mailbox: string | null;
	room: string | null;
	singleSeat: boolean;
	isPublic: boolean;
};

/** What an organisation says of a post; for a new one and for a known one. */
export function PostFields({
	typed,
	known,
	at,
}: {
	typed: Typed | null | undefined;
	known?: Known;
	at(field: string): string | undefined;
}) {
	const t = useText(messages);
	const words = useText(places);
	return (
		<>
			<TextField
				name="label"
				label={t("fields.label")}
				hint={t("fields.labelHint")}
				value={typedText(typed, "label", known?.label)}
				error={at("label")}
			/>
			<RadioGroup
				name="kind"
				label={t("fields.kind")}
				value={typedText(typed, "kind", known?.kind)}
				error={at("kind")}
				choices={postKinds.map((value) => ({ value, label: words(`postKinds.${value}`) }))}
			/>
			<TextField
				name="phone"
				type="tel"
				width="medium"
				optional
				label={t("fields.phone")}
				value={typedText(typed, "phone", known?.phone ?? "")}
				error={at("phone")}
			/>
			<TextField
				name="mailbox"
				type="email"
				optional
				label={t("fields.mailbox")}
				hint={t("fields.mailboxHint")}
				value={typedText(typed, "mailbox", known?.mailbox ?? "")}
				error={at("mailbox")}
			/>
			<TextField
				name="room"
				width="medium"
				optional
				label={t("fields.room")}
				value={typedText(typed, "room", known?.room ?? "")}
				error={at("room")}
			/>
			<Checkbox
				name="singleSeat"
				optional
				label={t("fields.singleSeat")}
				checked={typedTick(typed, "singleSeat", known?.singleSeat ?? true)}
				error={at("singleSeat")}
			/>
			<Checkbox
				name="isPublic"
				optional
				label={t("fields.isPublic")}
				hint={t("fields.isPublicHint")}
				checked={typedTick(typed, "isPublic", known?.isPublic ?? true)}
				error={at("isPublic")}
			/>
		</>
	);
}
