import { Button } from "~/design/button";
import { DateField } from "~/design/date-field";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import type { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import type { Typed } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { obligationKinds, obligationRhythms } from "../obligation";
import { obligationMessages } from "../obligation-messages";
import type { obligationsPage } from "../queries/obligations.server";

type Props = {
	page: Awaited<ReturnType<typeof obligationsPage>>;
	typed: Typed;
	problems: ReturnType<typeof useProblems>;
};

/** The form for a duty that nobody derived from the text. */
export function AddObligation({ page, typed, problems }: Props) {
	const t = useText(obligationMessages);
	const text = (name: string) => typed[name]?.toString();
	return (
		<Section title={t("add")} id="hinzufuegen">
			<Form id="neu">
				<TextField name="title" label={t("addTitle")} value={text("title")} error={problems.at("title")} />
				<Select
					name="who"
					label={t("post")}
					hint={t("postHint")}
					value={text("who")}
					error={problems.at("who") ?? problems.at("postId")}
					options={page.parties.flatMap(({ id, name, posts }) => [
						{ value: `${id}:`, label: t("noPost", { party: name }) },
						...posts.map(({ value, label }) => ({ value: `${id}:${value}`, label })),
					])}
				/>
				<Select
					name="kind"
					label={t("kind")}
					value={text("kind")}
					error={problems.at("kind")}
					options={obligationKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
				/>
				<TextField name="recipient" label={t("recipient")} value={text("recipient")} error={problems.at("recipient")} />
				<Select
					name="rhythm"
					label={t("rhythm")}
					value={text("rhythm") ?? "once"}
					error={problems.at("rhythm")}
					options={obligationRhythms.map((rhythm) => ({ value: rhythm, label: t(`rhythms.${rhythm}`) }))}
				/>
				<DateField name="firstOn" label={t("firstOn")} value={text("firstOn")} error={problems.at("firstOn")} />
				<DateField name="until" optional label={t("until")} value={text("until")} error={problems.at("until")} />
				<Button>{t("addButton")}</Button>
			</Form>
		</Section>
	);
}
