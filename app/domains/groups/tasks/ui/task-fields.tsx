import { DateField } from "~/design/date-field";
import { Select } from "~/design/select";
import type { Typed } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { messages } from "../../messages";
import { typedText } from "../../ui/typed";
import { taskMessages } from "../messages";
import type { taskChoices } from "../queries/task-choices.server";

type Choices = Pick<Awaited<ReturnType<typeof taskChoices>>, "posts" | "members">;

/** Who answers for a task and until when. */
export function TaskFields({
	choices,
	typed,
	first,
	at,
}: {
	choices: Choices;
	typed: Typed | null | undefined;
	/** What stands there before anything was typed. */
	first: { postId: string; memberId: string; dueOn: string };
	at(field: string): string | undefined;
}) {
	const t = useText(taskMessages);
	const words = useText(messages);
	return (
		<>
			<Select
				name="postId"
				label={t("form.post")}
				hint={t("form.postHint")}
				options={choices.posts}
				value={typedText(typed, "postId", first.postId)}
				error={at("postId")}
			/>
			<Select
				name="memberId"
				label={t("form.member")}
				hint={t("form.memberHint")}
				empty={t("form.nobody")}
				options={choices.members.map(({ id, name, bench }) => ({
					value: id,
					label: name,
					group: words(`benches.${bench}`),
				}))}
				value={typedText(typed, "memberId", first.memberId)}
				error={at("memberId")}
				optional
			/>
			<DateField
				name="dueOn"
				label={t("form.due")}
				value={typedText(typed, "dueOn", first.dueOn)}
				error={at("dueOn")}
			/>
		</>
	);
}
