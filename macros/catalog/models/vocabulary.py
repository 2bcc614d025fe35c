"""Words of the closed lists in data/terms.yml, as fields of records."""

from typing import Annotated

from macros.catalog.models.fields import Word

Need = Annotated[str, Word("needs")]
Effort = Annotated[str, Word("efforts")]
Demand = Annotated[str, Word("demands")]
Rhythm = Annotated[str, Word("rhythms")]
Direction = Annotated[str, Word("directions")]
Company = Annotated[str, Word("companies")]
Possibility = Annotated[str, Word("possibilities")]
Category = Annotated[str, Word("categories")]
Design = Annotated[str, Word("designs")]
Measure = Annotated[str, Word("measures")]
AmountRead = Annotated[str, Word("readings")]
Grade = Annotated[str, Word("grades")]
Theme = Annotated[str, Word("themes")]
Whom = Annotated[str, Word("whom")]
When = Annotated[str, Word("when")]
Way = Annotated[str, Word("ways")]
Service = Annotated[str, Word("services")]
Confidence = Annotated[str, Word("confidences")]
Mode = Annotated[str, Word("modes")]
Cost = Annotated[str, Word("costs")]
Setting = Annotated[str, Word("settings")]
Recipient = Annotated[str, Word("recipients")]
Group = Annotated[str, Word("groups")]
Role = Annotated[str, Word("roles")]
Tone = Annotated[str, Word("tones")]
Medium = Annotated[str, Word("media")]
