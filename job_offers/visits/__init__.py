"""Field agents: visits at employers', the route of a day, and the calls that are owed afterwards."""
