/** Makes the schema of conditions out of the table of operators. */
export function conditionSchema(operators) {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: "condition.schema.json",
    title: "ConditionFile",
    description: "What a condition may say.",
    type: "object",
    definitions: { condition, scalar, reference, list, oneOrMore, test: testSchema(operators) },
  };
}

const condition = {
  title: "ConditionSource",
  description:
    "Either one group (all, any, not, some, none, every, ruled-out) or facts with what they must be. Several facts mean all of them.",
  type: "object",
  minProperties: 1,
  properties: {
    all: {
      type: "array",
      minItems: 1,
      items: { $ref: "#/definitions/condition" },
      description: "All of these hold.",
    },
    any: {
      type: "array",
      minItems: 1,
      items: { $ref: "#/definitions/condition" },
      description: "At least one of these holds.",
    },
    not: { $ref: "#/definitions/condition", description: "This does not hold." },
    some: { type: "string", description: "A list: at least one of its rows fits where." },
    none: { type: "string", description: "A list: none of its rows fits where." },
    every: {
      type: "string",
      description: "A list: at least one row fits among, and every row that does fits where.",
    },
    among: { $ref: "#/definitions/condition", description: "The rows that every speaks of." },
    where: {
      $ref: "#/definitions/condition",
      description: "What the row must be: fields with what they must be.",
    },
    "ruled-out": {
      description: "All these rules do not match: their ids, or { area: name } for the faults of an area.",
      anyOf: [
        { type: "array", minItems: 1, items: { type: "string" } },
        {
          type: "object",
          additionalProperties: false,
          required: ["area"],
          properties: { area: { type: "string", description: "The area whose faults are ruled out." } },
        },
      ],
    },
  },
  additionalProperties: { $ref: "#/definitions/test" },
};

const scalar = { title: "ConstantSource", type: ["string", "number", "boolean", "null"] };

const reference = {
  title: "ReferenceSource",
  description: "Another fact, or another field of the same row.",
  type: "object",
  additionalProperties: false,
  minProperties: 1,
  maxProperties: 1,
  properties: {
    fact: { type: "string", description: "The id of another fact." },
    field: { type: "string", description: "Another field of the row." },
  },
};

const list = {
  title: "ListReferenceSource",
  type: "object",
  additionalProperties: false,
  required: ["list"],
  properties: { list: { type: "string", description: "A list of lists.yaml." } },
};

const text = { type: "string", minLength: 1 };
const oneOrMore = { anyOf: [text, { type: "array", minItems: 1, items: text }] };

const operands = {
  value: { $ref: "#/definitions/scalar" },
  values: { type: "array", minItems: 1, items: { $ref: "#/definitions/scalar" } },
  timestamp: text,
  duration: { type: "string", pattern: "^[0-9]+ (second|minute|hour|day)s?$" },
  text: { $ref: "#/definitions/oneOrMore" },
  pattern: text,
  list: { $ref: "#/definitions/list" },
  reference: { $ref: "#/definitions/reference" },
  "yes-no": { type: "boolean" },
};

function testSchema(operators) {
  return {
    title: "TestSource",
    description: "What the fact must be: a value, a list of values (one of), or operators (all of them).",
    anyOf: [
      { $ref: "#/definitions/scalar" },
      { type: "array", minItems: 1, items: { $ref: "#/definitions/scalar" } },
      {
        type: "object",
        minProperties: 1,
        additionalProperties: false,
        properties: operatorProperties(operators),
      },
    ],
  };
}

function operatorProperties(operators) {
  const properties = {
    fact: { type: "string", description: "Equal to this other fact; short for same-as." },
    field: { type: "string", description: "Equal to this other field of the row; short for same-as." },
    exact: { const: true, description: "Compare texts byte for byte, with regard to case and outer space." },
  };
  for (const [name, { operand, reference: mayRefer, description }] of Object.entries(operators)) {
    const own = operands[operand];
    const schema =
      mayRefer && operand !== "reference" ? { anyOf: [own, { $ref: "#/definitions/reference" }] } : own;
    properties[name] = schema.$ref ? { allOf: [schema], description } : { ...schema, description };
  }
  return properties;
}
