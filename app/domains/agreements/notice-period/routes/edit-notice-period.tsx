import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { editingPage } from "../../drafting/queries/editing-pages.server";
import { EditFrame } from "../../drafting/ui/edit-frame";
import { actForm } from "../../forms";
import { agreeNoticePeriod } from "../commands/agree-notice-period.server";
import { noticePeriodForm } from "../forms";
import { noticePeriodMessages } from "../messages";
import { noticeForms, towardsEnds } from "../notice-period";
import { useNoticeWords } from "../ui/notice-words";
import type { Route } from "./+types/edit-notice-period";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { draft, points: _, ...page } = await editingPage(world, params);
	return {
		...page,
		period: draft.noticePeriod,
		kept: await keptForm(world, request),
		saved: new URL(request.url).searchParams.has("saved"),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { here, code } = await editingPage(world, params);
	const fields = await formFields(request);
	const back = onward(`${here}/kuendigung?saved`);
	if (actForm.parse({ act: fields.get("act") ?? "" }).act === "remove") {
		const outcome = await agreeNoticePeriod(world, { code, period: null });
		return outcome.done ? back : again({}, outcome.refusals);
	}
	const form = readFields(request, fields, noticePeriodForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { firstEnd, ...given } = form.value;
	const outcome = await agreeNoticePeriod(world, { code, period: { ...given, firstEnd: firstEnd || null } });
	return outcome.done ? back : again(form.typed, outcome.refusals);
});

export default function EditNoticePeriod({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(noticePeriodMessages);
	const inWords = useNoticeWords();
	const problems = useProblems(noticePeriodMessages, actionData?.refusals);
	const typed = actionData?.typed ?? page.kept ?? {};
	const { period } = page;
	return (
		<EditFrame page={page} title={t("title")} lead={t("lead")} errors={problems.errors} form="frist" saved={page.saved}>
			{period ? (
				<Section title={t("inWords")} id="worte">
					<p>{inWords(period)}</p>
				</Section>
			) : (
				<p>{t("none")}</p>
			)}
			{page.mayEdit && (
				<>
					<Form id="frist" hidden={{ act: "save" }}>
						<TextField
							name="months"
							inputMode="numeric"
							width="short"
							label={t("months")}
							value={typed.months?.toString() ?? period?.months.toString()}
							error={problems.at("months")}
						/>
						<RadioGroup
							name="towards"
							label={t("towards")}
							value={typed.towards?.toString() ?? period?.towards}
							error={problems.at("towards")}
							choices={towardsEnds.map((value) => ({ value, label: t(`ends.${value}`) }))}
						/>
						<DateField
							name="firstEnd"
							optional
							label={t("firstEnd")}
							hint={t("firstEndHint")}
							value={typed.firstEnd?.toString() ?? period?.firstEnd ?? ""}
							error={problems.at("firstEnd")}
						/>
						<RadioGroup
							name="form"
							label={t("form")}
							value={typed.form?.toString() ?? period?.form}
							error={problems.at("form")}
							choices={noticeForms.map((value) => ({ value, label: t(`forms.${value}`) }))}
						/>
						<Button>{t("save")}</Button>
					</Form>
					{period && (
						<Form id="ohne-frist" hidden={{ act: "remove" }}>
							<Button look="tertiary">{t("remove")}</Button>
						</Form>
					)}
				</>
			)}
		</EditFrame>
	);
}
