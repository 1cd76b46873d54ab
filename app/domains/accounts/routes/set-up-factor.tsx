import { data } from "react-router";
import { renderSVG } from "uqr";
import { Button, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { CodeField } from "~/design/text-field";
import { conduct, onwardPath } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { Refusal } from "~/platform/outcome";
import { demandStepUp } from "~/platform/step-up";
import type { World } from "~/platform/world.server";
import { messages as accountMessages } from "../account-messages";
import { addSecondFactor, offerSecondFactor } from "../commands/second-factor.server";
import { factorForm } from "../forms";
import { messages } from "../messages";
import { mySecurity } from "../queries/account.server";
import { RecoveryCodes } from "../ui/recovery-codes";
import type { Route } from "./+types/set-up-factor";

export const loader = conduct(async ({ world, request }: Route.LoaderArgs & { world: World }) => {
	const { hasFactor, factorRequired } = await mySecurity(world);
	const wanted = onwardPath(request, "/konto/sicherheit");
	// No redirect: the page that shows the codes after the form asks this loader again.
	if (hasFactor) return { set: null, factorRequired, onward: wanted };
	demandStepUp(world);
	return { set: await offerSecondFactor(world, null), factorRequired, onward: wanted };
});

export const action = conduct(async ({ world, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, factorForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await addSecondFactor(world, form.value);
	if (outcome.done) {
		const { setCookie, recoveryCodes } = outcome.value;
		const none: Refusal[] = [];
		return data({ refusals: none, codes: recoveryCodes }, { headers: { "Set-Cookie": setCookie } });
	}
	const earlier = await offerSecondFactor(world, form.value.offer);
	return data({ refusals: outcome.refusals as Refusal[], offer: earlier }, { status: 422 });
});

export default function SetUpFactor({ loaderData, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const own = useText(accountMessages);
	const problems = useProblems(messages, actionData?.refusals);
	if (actionData && "codes" in actionData) {
		return <RecoveryCodes codes={actionData.codes} onward={loaderData.onward} />;
	}
	// After a wrong code the same secret is shown: the app has it already.
	const set = actionData && "offer" in actionData ? actionData.offer : loaderData.set;
	if (!set) {
		return (
			<>
				<title>{own("factor.title")}</title>
				<PageTitle title={own("factor.title")} lead={t("refusals.factor-there")} />
				<LinkButton href={loaderData.onward}>{t("code.submit")}</LinkButton>
			</>
		);
	}
	const { offer, secret, address } = set;
	return (
		<>
			<title>{own("factor.title")}</title>
			<ErrorSummary errors={problems.errors} />
			<PageTitle
				title={own("factor.title")}
				lead={own(loaderData.factorRequired ? "factor.required" : "factor.lead")}
			/>
			<p>{own("factor.scan")}</p>
			<figure
				className="gw-qr"
				role="img"
				aria-label={own("factor.picture")}
				// biome-ignore lint/security/noDangerouslySetInnerHtml: an SVG that we have just drawn ourselves, squares only
				dangerouslySetInnerHTML={{ __html: renderSVG(address, { ecc: "M", border: 2 }) }}
			/>
			<p>
				{own("factor.type")} <code>{secret.match(/.{1,4}/g)?.join(" ")}</code>
			</p>
			<Form hidden={{ offer }}>
				<CodeField name="code" label={t("fields.code")} hint={own("factor.codeHint")} error={problems.at("code")} />
				<Button>{own("factor.submit")}</Button>
			</Form>
		</>
	);
}
