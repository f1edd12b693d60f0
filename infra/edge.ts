import { Stack, type StackProps } from 'aws-cdk-lib'
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager'
import { HostedZone } from 'aws-cdk-lib/aws-route53'
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2'
import type { Construct } from 'constructs'
import type { Policy } from '../policy/schema.ts'
import type { FirewallWording } from '../policy/wording/firewall.ts'
import { firewallPage } from '../web/firewall.ts'
import type { Domain } from './setting.ts'

/** Requests from one address in five minutes before it has to wait. An office behind one address asks less. */
const asksInFiveMinutes = 50

type EdgeProps = StackProps & { readonly policy: Policy; readonly domain?: Domain }

/** What CloudFront takes from us-east-1 only: the web ACL, and the certificate of a domain. */
export class Edge extends Stack {
  readonly webAclArn: string
  readonly certificateArn: string | undefined

  constructor(scope: Construct, id: string, { policy, domain, ...props }: EdgeProps) {
    super(scope, id, props)
    this.webAclArn = this.#webAcl(policy).attrArn
    this.certificateArn = domain?.certificateArn ?? this.#certificate(domain)
  }

  #certificate(domain: Domain | undefined): string | undefined {
    if (!domain?.zone) return undefined
    const zone = HostedZone.fromHostedZoneAttributes(this, 'Zone', {
      hostedZoneId: domain.zone.id,
      zoneName: domain.zone.name,
    })
    const certificate = new Certificate(this, 'Certificate', {
      domainName: domain.name,
      validation: CertificateValidation.fromDns(zone),
    })
    return certificate.certificateArn
  }

  #webAcl(policy: Policy): CfnWebACL {
    return new CfnWebACL(this, 'Firewall', {
      scope: 'CLOUDFRONT',
      description: 'Oblige: what never reaches the API',
      defaultAction: { allow: {} },
      visibilityConfig: measured('firewall'),
      customResponseBodies: {
        'wait-a-little': instead('tooMany', policy),
        shorten: instead('tooLarge', policy),
      },
      rules: [
        rateOfAsks(0),
        largeBodies(1),
        managed(2, 'AWSManagedRulesAmazonIpReputationList'),
        {
          ...managed(3, 'AWSManagedRulesCommonRuleSet'),
          statement: exceptForMailProgramsAndWords('AWSManagedRulesCommonRuleSet'),
        },
        managed(4, 'AWSManagedRulesKnownBadInputsRuleSet'),
      ],
    })
  }
}

const instead = (what: keyof FirewallWording, policy: Policy): CfnWebACL.CustomResponseBodyProperty => ({
  contentType: 'TEXT_HTML',
  content: firewallPage(what, policy),
})

/** Counted, but no sample of a request is kept: it would hold the address and the link's secret. */
const measured = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
  metricName: `oblige-${metricName}`,
})

const managed = (priority: number, name: string): CfnWebACL.RuleProperty => ({
  name,
  priority,
  overrideAction: { none: {} },
  visibilityConfig: measured(name),
  statement: { managedRuleGroupStatement: { vendorName: 'AWS', name } },
})

/**
 * Programs that end mails by one click may say no more than RFC 8058 asks, and a processor's program no more than OpenDSR
 * does: the common rules want a browser's headers. And
 * people may say in their words what the common rules take for an attack, such as a name with an angle bracket, or more
 * than those rules' 8 KB: what they said is never anything but text (web/html.ts).
 */
const exceptForMailProgramsAndWords = (name: string): CfnWebACL.StatementProperty => ({
  managedRuleGroupStatement: {
    vendorName: 'AWS',
    name,
    scopeDownStatement: {
      notStatement: {
        statement: { orStatement: { statements: [pathBegins('/mailing/'), pathBegins('/opendsr/'), ...takesWords] } },
      },
    },
  },
})

/** Forms with a free text or a file; their functions refuse what is longer than the policy allows. */
const takesWords: readonly CfnWebACL.StatementProperty[] = [
  '/state',
  '/decide',
  '/desk/enter',
  '/write',
  '/note',
  '/answer',
].map((searchString) => ({
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: 'ENDS_WITH',
    searchString,
    textTransformations: [{ priority: 0, type: 'NONE' }],
  },
}))

const pathBegins = (searchString: string): CfnWebACL.StatementProperty => ({
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: 'STARTS_WITH',
    searchString,
    textTransformations: plain,
  },
})

const plain = [{ priority: 0, type: 'NONE' }]

function rateOfAsks(priority: number): CfnWebACL.RuleProperty {
  const isPost = {
    byteMatchStatement: {
      fieldToMatch: { method: {} },
      positionalConstraint: 'EXACTLY',
      searchString: 'POST',
      textTransformations: plain,
    },
  }
  const isForm = pathBegins('/requests')
  const isAsk = { andStatement: { statements: [isPost, isForm] } }
  return {
    name: 'RateOfAsks',
    priority,
    action: { block: { customResponse: { responseCode: 429, customResponseBodyKey: 'wait-a-little' } } },
    visibilityConfig: measured('rate-of-asks'),
    statement: {
      rateBasedStatement: {
        aggregateKeyType: 'IP',
        limit: asksInFiveMinutes,
        evaluationWindowSec: 300,
        // Signing in at the desk asks the company's provider.
        scopeDownStatement: {
          orStatement: { statements: [isAsk, pathBegins('/desk/sign-in'), pathBegins('/desk/callback')] },
        },
      },
    },
  }
}

/**
 * No form here but one with a free text is larger than 16 KB (functions/entry/body.ts refuses the same, for calls that come
 * another way).
 */
const largeBodies = (priority: number): CfnWebACL.RuleProperty => ({
  name: 'LargeBodies',
  priority,
  action: { block: { customResponse: { responseCode: 413, customResponseBodyKey: 'shorten' } } },
  visibilityConfig: measured('large-bodies'),
  statement: {
    andStatement: {
      statements: [
        {
          sizeConstraintStatement: {
            fieldToMatch: { body: { oversizeHandling: 'MATCH' } },
            comparisonOperator: 'GT',
            size: 16_384,
            textTransformations: plain,
          },
        },
        { notStatement: { statement: { orStatement: { statements: [...takesWords] } } } },
      ],
    },
  },
})
