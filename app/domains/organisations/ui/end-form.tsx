import { Button, ButtonRow, LinkButton } from "~/design/button";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { messages as design } from "~/design/messages";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import type { Reply, Typed } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { messages as acts } from "../act-messages";
import { messages } from "../post-messages";
import { typedText } from "./typed";

/** Asks for the last day of something, after saying what ends with it. */
export function EndForm({
	title,
	above,
	text,
	submit,
	cancelHref,
	day,
	kept,
	reply,
}: {
	title: string;
	above: string;
	/** What no longer holds after that day, and what stays. */
	text: string;
	submit: string;
	cancelHref: string;
	/** The last day proposed, `YYYY-MM-DD`. */
	day: string;
	/** What was typed before the way to the step-up. */
	kept?: Typed | null;
	reply: Reply;
}) {
	const t = useText(messages);
	const words = useText(design);
	const problems = useProblems(acts, reply?.refusals);
	return (
		<>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={title} above={above} lead={text} />
			<Form>
				<DateField
					name="lastDay"
					label={t("fields.lastDay")}
					value={typedText(reply?.typed ?? kept, "lastDay", day)}
					error={problems.at("lastDay")}
				/>
				<ButtonRow>
					<Button look="danger">{submit}</Button>
					<LinkButton look="secondary" href={cancelHref}>
						{words("confirm.keep")}
					</LinkButton>
				</ButtonRow>
			</Form>
		</>
	);
}
