import { useId } from "preact/hooks";
import { Combobox } from "../pages/Combobox";
import { namesLike } from "../pages/names";
import type { Given, Parameter } from "./parameters";
import type { QueryPage } from "./state";

/** A field for each of the query's parameters. */
export function Fields({ page }: { readonly page: QueryPage }) {
  const { parameters } = page.leading.value;
  if (parameters.length === 0) return null;
  const now = page.run.value;
  const wrong = now.kind === "failed" ? now : null;
  return (
    <fieldset class="fields">
      <legend>Its parameters</legend>
      {parameters.map((one) => (
        <Field key={`${one.name} ${one.kind}`} page={page} parameter={one} error={wrong?.parameter === one.name ? wrong.error : null} />
      ))}
    </fieldset>
  );
}

function Field({ page, parameter, error }: { readonly page: QueryPage; readonly parameter: Parameter; readonly error: string | null }) {
  const id = useId();
  const given = page.given.value.get(parameter.name) ?? { value: "" };
  const give = (one: Given): void => {
    page.given.value = new Map(page.given.value).set(parameter.name, one);
  };
  return (
    <div class="field">
      <label for={id}>
        {parameter.name}
        {parameter.needed && <small> (needed)</small>}
      </label>
      <Input id={id} page={page} parameter={parameter} given={given} give={give} invalid={error !== null} />
      <small id={`${id}-help`}>{parameter.help}</small>
      {error !== null && (
        <p class="wrong" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

interface InputProps {
  readonly id: string;
  readonly page: QueryPage;
  readonly parameter: Parameter;
  readonly given: Given;
  readonly invalid: boolean;
  give(one: Given): void;
}

function Input({ id, page, parameter, given, invalid, give }: InputProps) {
  if (parameter.kind === "choice")
    return (
      <select id={id} aria-describedby={`${id}-help`} value={given.value} onChange={(event) => give({ value: event.currentTarget.value })}>
        <option value="">any</option>
        {parameter.choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    );
  if (parameter.kind === "entity")
    return (
      <Combobox
        id={id}
        text={given.label ?? given.value}
        describedBy={`${id}-help`}
        invalid={invalid}
        suggest={(text, signal) => namesLike(text, signal, (type) => page.vocabulary.value.byIri.get(type)?.label ?? null)}
        onType={(value) => give({ value })}
        onChoose={({ value, label }) => give({ value, label })}
      />
    );
  return (
    <input
      id={id}
      type="text"
      dir="auto"
      {...(parameter.kind === "number" ? { inputMode: "numeric" as const } : {})}
      value={given.value}
      aria-invalid={invalid}
      aria-describedby={`${id}-help`}
      onInput={(event) => give({ value: event.currentTarget.value })}
    />
  );
}
