/** A pack about another product, small enough to read at a glance, without a proof of health. */
export function smallPack(changes: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { ...files, ...changes };
}

const files = {
  "pack.yaml": `id: thermostats
version: "0.4.1"
title: Thermostats
minimum-tool-version: "0.1.0"
maintainers: [The thermostat people]
languages: [en]
areas:
  comfort: How the room feels
`,
  "facts/room.yaml": `room.celsius:
  type: number
  unit: count
  description: The temperature of the room.
  ask: [thermometer]
room.name:
  type: text
  description: What the room is called.
  ask: [thermometer]
`,
  "asks.yaml": `thermometer:
  title: Read the thermometer
  do: Look at the thermometer on the wall.
  look-for: The number that it shows.
  who: anybody in the room
  minutes: 1
`,
  "comfort/too-hot.yaml": `id: too-hot
title: The room is far too hot
severity: high
confidence: certain
when:
  room.celsius: { above: 35.5 }
because: The thermometer shows {{ room.celsius }}.
fix:
  - do: Turn the heating off.
    who: anybody in the room
    expect: The number falls within the hour.
references:
  - title: Thermostats, the handbook
    url: https://thermostats.example/handbook
    dated: "2026-04-30"
examples:
  matches:
    - room.celsius: 36
  does-not-match:
    - room.celsius: 35.5
`,
  "comfort/warm.yaml": `id: warm
title: The room is warm
severity: low
confidence: certain
when:
  room.celsius: { above: 28, at-most: 35.5 }
because: The thermometer shows {{ room.celsius }}.
fix:
  - do: Open a window.
    who: anybody in the room
    expect: The number falls within the hour.
references:
  - title: Thermostats, the handbook
    url: https://thermostats.example/handbook
    dated: "2026-04-30"
examples:
  matches:
    - room.celsius: 29
  does-not-match:
    - room.celsius: 28
`,
} as const;
