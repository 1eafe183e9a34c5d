// The last line of `npm start`.
console.log(
  "\nDiagnose your own files:  node dist/connector-doctor.cjs diagnose PATH…   (files, folders, or - for stdin)",
);
