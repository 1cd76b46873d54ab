/**
 * The house cannot start or a command cannot run, for a reason the operator can mend.
 * `message` is one German sentence for the terminal that names the cause and what to do; the process ends with exit code 1
 * and prints nothing else.
 */
export class StartRefusal extends Error {
	override name = "StartRefusal";
}
