import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { Form } from "~/design/form";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { stored, untilAfter } from "../../day.server";
import { managedPath } from "../../ui/group-crumbs";
import { typedText } from "../../ui/typed";
import { setParticulars } from "../commands/particulars.server";
import { decisionMessages } from "../decision-messages";
import { particularsForm } from "../forms";
import { followUpPage } from "../queries/follow-up-page.server";
import { FollowUpFrame } from "../ui/follow-up-frame";
import type { Route } from "./+types/particulars";

async function read(world: World, params: Route.LoaderArgs["params"]) {
	const page = await followUpPage(world, params.code, "particulars");
	if (!page.group.href.endsWith(`/${params.group}`)) throw new NotFound();
	return page;
}

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { life, ...of } = await read(world, params);
	const { kind, reasons, validFrom, lastDay } = life;
	return {
		of,
		first: { kind, reasons, validFrom: validFrom ?? "", lastDay: lastDay ?? "" },
		kinds: life.kinds,
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, particularsForm);
	const { id, code } = await read(world, params);
	if (!form.valid) return again(form.typed, form.refusals);
	const { validFrom, lastDay, ...rest } = form.value;
	const outcome = await setParticulars(world, {
		id,
		...rest,
		validFrom: validFrom === "" ? null : stored(validFrom),
		validUntil: untilAfter(lastDay),
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${managedPath(params.place, params.group)}/empfehlungen/${code}`);
});

/** Says what kind of decision it is, why it was made and how long it counts, before it is published. */
export default function Particulars({ loaderData: { of, first, kinds }, actionData }: Route.ComponentProps) {
	const t = useText(decisionMessages);
	const { errors, at } = useProblems(decisionMessages, actionData?.refusals);
	const typed = actionData?.typed;
	return (
		<FollowUpFrame of={of} title={t("particulars.title")} lead={t("particulars.lead")} errors={errors}>
			<Form>
				<RadioGroup
					name="kind"
					label={t("particulars.kind")}
					value={typedText(typed, "kind", first.kind)}
					error={at("kind")}
					choices={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
				/>
				<TextArea
					name="reasons"
					label={t("particulars.reasons")}
					hint={t("particulars.reasonsHint")}
					rows={6}
					maxLength={10_000}
					value={typedText(typed, "reasons", first.reasons)}
					error={at("reasons")}
					optional
				/>
				<DateField
					name="validFrom"
					label={t("particulars.validFrom")}
					value={typedText(typed, "validFrom", first.validFrom)}
					error={at("validFrom")}
					optional
				/>
				<DateField
					name="lastDay"
					label={t("particulars.lastDay")}
					hint={t("particulars.open")}
					value={typedText(typed, "lastDay", first.lastDay)}
					error={at("lastDay")}
					optional
				/>
				<Button>{t("particulars.send")}</Button>
			</Form>
		</FollowUpFrame>
	);
}
