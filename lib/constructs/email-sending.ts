import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
} from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

export interface EmailSendingProps {
  domain: string;
  from: string;
}

/** Whatever tells the council that somebody was told or was not. Who opens an email is nobody’s business. */
const reported = [
  EmailSendingEvent.SEND,
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.DELIVERY_DELAY,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.REJECT,
];

/** The council's sending domain, and a topic that hears what became of every email. */
export class EmailSending extends Construct {
  readonly events: Topic;
  readonly configurationSet: ConfigurationSet;
  readonly from: string;
  private readonly identity: EmailIdentity;

  constructor(scope: Construct, id: string, props: EmailSendingProps) {
    super(scope, id);
    this.from = props.from;
    // Links sign decisions: they are not to travel in the clear.
    this.configurationSet = new ConfigurationSet(this, 'Set', { tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE, reputationMetrics: true });
    this.identity = new EmailIdentity(this, 'Domain', { identity: Identity.domain(props.domain), configurationSet: this.configurationSet });
    this.events = new Topic(this, 'Events', { enforceSSL: true });
    this.configurationSet.addEventDestination('ToTopic', { destination: EventDestination.snsTopic(this.events), events: reported });
  }

  /** Lets a function send from the one address, through the one configuration set, and nothing else. */
  sendStatement(): PolicyStatement {
    const configurationSet = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: this.configurationSet.configurationSetName,
    });
    return new PolicyStatement({
      actions: ['ses:SendRawEmail'],
      resources: [this.identity.emailIdentityArn, configurationSet],
      conditions: { StringEquals: { 'ses:FromAddress': this.from } },
    });
  }
}
